"""Reading council papers: items, decisions, votes, villages, promises. No Django, no network, no clock."""

from .concerns import Reason
from .document import ReadDocument, ReadItem, read_text
from .header import ReadHeader

__all__ = ["ReadDocument", "ReadHeader", "ReadItem", "Reason", "read_text"]
