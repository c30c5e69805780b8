"""A photo of a village: nothing stays in it but what is to be seen, and who may see it when."""

from datetime import datetime
from io import BytesIO

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from naober.journal.action import NotAllowedError
from naober.kit import dates
from naober.people import queries as people
from naober.people.middleware import SESSION_PERSON
from naober.register.own_village import actions, picture, queries
from naober.register.own_village.models import VillagePhoto
from testing.house import build_house

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=dates.LOCAL)
CAMERA = "Canon van Bert"


def jpeg(width=40, height=20, *, turned=False, place=True):
    photo = Image.new("RGB", (width, height), "green")
    exif = Image.Exif()
    exif[Base.Make] = CAMERA
    if turned:
        exif[Base.Orientation] = 6
    if place:
        exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (52.0, 53.0, 11.0)
    out = BytesIO()
    photo.save(out, "JPEG", exif=exif, comment=CAMERA)
    return out.getvalue()


def opened(content):
    return Image.open(BytesIO(content))


# --- the photo itself -------------------------------------------------------------------------------------


def test_nothing_hidden_stays():
    before = jpeg()
    assert (CAMERA.encode() in before, len(opened(before).getexif().get_ifd(IFD.GPSInfo))) == (True, 1)
    drawn = picture.draw_anew(before)
    after = opened(drawn.content)
    assert (CAMERA.encode() in drawn.content, dict(after.getexif())) == (False, {})
    assert set(after.info) <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "progressive",
        "progression",
    }


def test_a_photo_that_lies_on_its_side_stands_up():
    drawn = picture.draw_anew(jpeg(turned=True))
    assert (drawn.width, drawn.height) == (20, 40)


def test_a_large_photo_becomes_small():
    drawn = picture.draw_anew(jpeg(4000, 1000))
    assert (drawn.width, drawn.height, len(drawn.content) < 100_000) == (1600, 400, True)


def test_a_see_through_png_is_drawn_too():
    out = BytesIO()
    Image.new("RGBA", (10, 10), (0, 128, 0, 100)).save(out, "PNG")
    assert opened(picture.draw_anew(out.getvalue()).content).format == "JPEG"


def bomb():
    out = BytesIO()
    Image.new("1", (9000, 9000)).save(out, "PNG")
    return out.getvalue()


def svg():
    return b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (bomb(), "Deze foto heeft te veel beeldpunten."),
        (b"x" * (picture.MOST_BYTES + 1), "Deze foto is te groot."),
        (svg(), "Dit is geen foto die wij kunnen lezen."),
        (b"", "Dit is geen foto die wij kunnen lezen."),
        (jpeg()[:200], "Dit is geen foto die wij kunnen lezen."),
    ],
    ids=["bomb", "large", "svg", "empty", "half"],
)
def test_what_is_no_photo_for_us_is_refused_in_words(content, says):
    with pytest.raises(picture.RefusedError) as refused:
        picture.draw_anew(content)
    assert str(refused.value).startswith(says)


def test_the_bomb_is_small_until_it_is_drawn():
    assert len(bomb()) < 100_000


# --- on the page ------------------------------------------------------------------------------------------

pytestmark = pytest.mark.django_db


@pytest.fixture
def house(settings, tmp_path):
    settings.NAOBER_FILES = tmp_path
    cache.clear()
    with dates.as_if(NOW):
        yield build_house()


@pytest.fixture
def hijken(house):
    return house.villages["Hijken"]


def browser(house, who):
    client = Client()
    client.force_login(people.account_for(f"{who}@dorp.example"))
    session = client.session
    session[SESSION_PERSON] = house.people[who].pk
    session.save()
    return client


def form(**fields):
    photo = SimpleUploadedFile("IMG_2031.JPG", jpeg(), content_type="image/jpeg")
    return {"photo": photo, "alt": "De brink in de zon", "people": "none"} | fields


@pytest.mark.parametrize("who", ["visitor", "resident", "carla", "dirk"])
def test_only_the_own_board_puts_one_there(house, hijken, who):
    with pytest.raises(NotAllowedError):
        actions.set_photo(
            by=house.actor(who), village=hijken, picture=picture.draw_anew(jpeg()), alt="De brink"
        )


def test_it_stands_on_the_page_with_its_words_and_everybody_gets_it(house, hijken):
    assert browser(house, "bert").post("/dorpen/hijken/foto/", form()).status_code == 302
    photo = VillagePhoto.objects.get()
    page = Client().get("/dorpen/hijken/").content.decode()
    assert f'src="/dorpen/foto/{photo.public_id}.jpg" alt="De brink in de zon"' in page
    answer = Client().get(f"/dorpen/foto/{photo.public_id}.jpg")
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert opened(answer.content).size == (40, 20)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"alt": ""}, "Schrijf op wat erop te zien is."),
        ({"people": "unknown"}, "Vraag het hun eerst."),
        ({"people": ""}, "Kies een antwoord."),
        ({"photo": SimpleUploadedFile("a.svg", svg())}, "Dit is geen foto die wij kunnen lezen."),
    ],
)
def test_a_form_says_what_to_do(house, fields, says):
    answer = browser(house, "bert").post("/dorpen/hijken/foto/", form(**fields))
    assert (answer.status_code, says in answer.content.decode()) == (422, True)
    assert VillagePhoto.objects.count() == 0


def test_taken_off_it_is_served_to_nobody_but_who_can_put_it_back(house, hijken):
    bert = browser(house, "bert")
    bert.post("/dorpen/hijken/foto/", form())
    key = VillagePhoto.objects.get().public_id
    bert.post(f"/dorpen/foto/{key}/weg/")
    asked = {who: browser(house, who).get(f"/dorpen/foto/{key}.jpg").status_code for who in ("carla", "bert")}
    assert (asked, Client().get(f"/dorpen/foto/{key}.jpg").status_code) == ({"carla": 404, "bert": 200}, 404)
    bert.post(f"/dorpen/foto/{key}/terug/")
    assert Client().get(f"/dorpen/foto/{key}.jpg").status_code == 200


def test_a_new_photo_takes_the_place_of_the_old_one(house, hijken):
    for alt in ("De brink", "De sluis"):
        actions.set_photo(by=house.actor("bert"), village=hijken, picture=picture.draw_anew(jpeg()), alt=alt)
    assert (queries.photo_of(hijken).alt, VillagePhoto.objects.filter(shown=True).count()) == ("De sluis", 1)
