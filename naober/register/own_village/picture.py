"""A photo as people bring it, made fit for a page: smaller, drawn anew, without place, camera or anything
else that was hidden in it."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

MOST_BYTES = 12 * 1024 * 1024
MOST_PIXELS = 50_000_000
LARGEST_SIDE = 1600
FORMATS = ("JPEG", "PNG", "WEBP")
CONTENT_TYPE = "image/jpeg"


class RefusedError(Exception):
    """A file that is no photo for us; the text says what to do, in Dutch."""


@dataclass(frozen=True)
class Picture:
    """A photo that was drawn anew."""

    content: bytes
    width: int
    height: int


def draw_anew(content: bytes) -> Picture:
    """The photo in these bytes, upright, at most 1600 pixels wide or high, as a JPEG with nothing but what is
    to be seen. How many pixels it says it has is looked at before any is drawn, so that a small file that
    swells is refused. Raises RefusedError."""
    if len(content) > MOST_BYTES:
        raise RefusedError("Deze foto is te groot. Neem een kleinere, tot 12 MB.")
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as photo:
            if photo.width * photo.height > MOST_PIXELS:
                raise RefusedError(
                    "Deze foto heeft te veel beeldpunten. Neem een gewone foto van uw telefoon."
                )
            photo.draft("RGB", (LARGEST_SIDE, LARGEST_SIDE))
            upright = ImageOps.exif_transpose(photo).convert("RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError) as error:
        raise RefusedError("Dit is geen foto die wij kunnen lezen. Neem een jpg of png.") from error
    upright.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
    # A new picture from the bare pixels: nothing that came along can stay.
    bare = Image.new("RGB", upright.size)
    bare.paste(upright)
    out = BytesIO()
    bare.save(out, "JPEG", quality=80, optimize=True, progressive=True)
    return Picture(out.getvalue(), bare.width, bare.height)
