"""Reading a file of places, without Django: what it says, or a Dutch sentence about what is wrong with it."""

from naober.register.atlas.reading.model import Outline, ReadFile, ReadPlace, UnreadableError
from naober.register.atlas.reading.places_file import MOST_BYTES, read_places_file

__all__ = ["MOST_BYTES", "Outline", "ReadFile", "ReadPlace", "UnreadableError", "read_places_file"]
