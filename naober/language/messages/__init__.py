"""Short messages of people, read: what they are about, which place, whose data, and which are alike."""

from .reading import ReadMessage, is_place_in, read_message

__all__ = ["ReadMessage", "is_place_in", "read_message"]
