"""The answers of official sources as text: Notubiz meetings, Open Raadsinformatie, SRU publications.

Each becomes what a saved page of a meeting would be: a head, then numbered items with their text.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

Feed = dict


class NoFeed(ValueError):
    """JSON or XML that holds no meeting and no publications; the message is a refusal code."""


def json_to_text(data: object) -> str:
    """The text of a meeting or a search answer. Raises NoFeed for any other JSON."""
    if isinstance(data, dict) and isinstance(data.get("agenda_items"), list):
        return _page(_notubiz_head(data), _notubiz_items(data["agenda_items"]))
    hits = (
        data.get("hits", {}).get("hits")
        if isinstance(data, dict) and isinstance(data.get("hits"), dict)
        else None
    )
    if isinstance(hits, list):
        return _open_information([hit["_source"] for hit in hits if isinstance(hit.get("_source"), dict)])
    raise NoFeed("unknown_kind")


def xml_to_text(data: bytes) -> str:
    """The text of an SRU answer, one item per publication. Raises NoFeed for any other XML."""
    if b"<!ENTITY" in data:
        raise NoFeed("bomb")
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - entities are refused above, and the child has limits
    except ElementTree.ParseError as error:
        raise NoFeed("damaged") from error
    if _texts(root, "diagnostic"):
        raise NoFeed("source_error")
    records = [node for node in root.iter() if _local(node) == "record"]
    if not records:
        raise NoFeed("unknown_kind")
    rows = []
    for record in records:
        title = " ".join(_texts(record, "title")[:1])
        about = [
            f"{name}: {text}" for name in ("type", "date", "publisher") for text in _texts(record, name)[:1]
        ]
        rows.append(("", title, ". ".join(about)))
    return _page("Officiële publicaties", iter(rows))


def _page(head: str, items: Iterator[tuple[str, str, str]]) -> str:
    lines = [head, "Agendapunten", ""]
    for counter, (number, title, text) in enumerate(items, start=1):
        lines += [f" {counter}. {number or counter}", f"  {title}", "", f"  {text}" if text else "", ""]
    return "\n".join(lines)


BODIES = {"council": "Gemeenteraad", "commission": "Commissie", "board": "College"}


def _notubiz_head(meeting: Feed) -> str:
    title = _notubiz_title(meeting) or BODIES.get(str(meeting.get("body"))) or "Vergadering"
    plannings = meeting.get("plannings") or [{}]
    return f"{title}\n{str(plannings[0].get('start_date') or '')[:16]}"


def _notubiz_title(node: Feed) -> str:
    """The title: of a meeting a named attribute, of an agenda point the attribute with id 1."""
    attributes = node.get("attributes") or (node.get("type_data") or {}).get("attributes") or []
    if isinstance(attributes, dict):
        return str(attributes.get("Titel") or "").strip()
    return next((str(a["value"]).strip() for a in attributes if a.get("id") == 1 and a.get("value")), "")


def _notubiz_items(items: list[Feed]) -> Iterator[tuple[str, str, str]]:
    for item in sorted(items, key=lambda node: node.get("order") or 0):
        number = str((item.get("type_data") or {}).get("title_prefix") or "").strip(" .")
        documents = [str(document.get("title") or "") for document in item.get("documents") or ()]
        yield number, _notubiz_title(item), "\n  ".join(filter(None, documents))
        yield from _notubiz_items(item.get("agenda_items") or [])


def _open_information(nodes: list[Feed]) -> str:
    by_id = {str(node.get("@id")): node for node in nodes}
    meetings = [node for node in nodes if node.get("@type") == "Meeting"]
    points = [node for node in nodes if node.get("@type") == "AgendaItem"]
    if not meetings and not points:
        raise NoFeed("unknown_kind")
    head = (
        f"{meetings[0].get('name')}\n{str(meetings[0].get('start_date'))[:10]}" if meetings else "Vergadering"
    )

    def rows() -> Iterator[tuple[str, str, str]]:
        for point in sorted(points, key=lambda node: node.get("position") or 0):
            named = re.match(r"(\d[\d.]*[a-z]?)[.)]?\s+(.*)", str(point.get("name")))
            texts = [
                text
                for key in point.get("attachment") or ()
                for text in by_id.get(str(key), {}).get("text") or ()
            ]
            number = named[1].rstrip(".") if named else str(point.get("position") or "")
            yield number, named[2] if named else str(point.get("name")), "\n  ".join(map(str, texts))

    return _page(head, rows())


def _local(node: ElementTree.Element) -> str:
    return node.tag.rsplit("}", 1)[-1]


def _texts(root: ElementTree.Element, name: str) -> list[str]:
    found = (" ".join("".join(node.itertext()).split()) for node in root.iter() if _local(node) == name)
    return [text for text in found if text]
