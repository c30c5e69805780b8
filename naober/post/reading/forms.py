"""Mail that a program sends for a person: a form on a website, a list that puts its own address in From."""

import re
from dataclasses import dataclass

from .addresses import ADDRESS, addresses_in, display_name, first_address
from .headers import Headers
from .machines import is_daemon, is_list_or_bulk, is_noreply

_VIA = re.compile(r"\b(?:via|namens|on behalf of)\b", re.IGNORECASE)
_FIELD = re.compile(r"^[\s*_|]*([A-Za-zÀ-ÿ][\w -]{1,30}?)[*_]*\s*:[*_]*[ \t]*(.*)$")
_MAIL_FIELD = re.compile(r"(?:uw |je )?e-?mail(?:-?adres)?|mail(?:adres)?|afzender|reply-?to", re.IGNORECASE)
_NAME_FIELD = re.compile(r"(?:uw |je )?(?:voor|achter)?(?:naam|name)|afzender", re.IGNORECASE)
_MESSAGE_FIELD = re.compile(
    r"(?:uw |je )?(?:bericht|vraag|vraag of opmerking|opmerking(?:en)?|melding|reactie|message|toelichting"
    r"|omschrijving|comments?|tekst|idee)",
    re.IGNORECASE,
)
_OTHER_FIELD = re.compile(
    r"telefoon\w*|adres|datum|ip(?:-adres)?|pagina|onderwerp|bijlage\w*|postcode|woonplaats|dorp|akkoord\w*",
    re.IGNORECASE,
)
_RULE = re.compile(r"\s*[-_=*]{2,}\s*")
_NOTE = re.compile(
    r"\W*(?:dit (?:bericht|formulier|e-?mail) (?:is|werd)"
    r"|deze (?:e-?mail|inzending)|verzonden (?:via|vanaf|op)|this e-?mail was sent)",
    re.IGNORECASE,
)
_FORM_SENDER = re.compile(
    r"(?:web|www|form|site|contact|wordpress|joomla|drupal|no-?reply|noreply|server|mailer|formulier|website)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class RealWriter:
    """Who wrote what a program sent: the address, and the message where the form has a field for it."""

    address: str
    message: str = ""


def real_writer(headers: Headers, words: str) -> RealWriter | None:
    """The person behind a form or a rewritten list address; None when the sender is the writer."""
    resent = first_address(headers, "resent-from")
    sender = first_address(headers, "from")
    if resent and resent != sender:
        return RealWriter(sender)
    original = first_address(headers, "x-original-from") or first_address(headers, "x-original-sender")
    if original and original != sender:
        return RealWriter(original)
    answer_to = [address for address in addresses_in(headers, "reply-to") if address != sender]
    if is_list_or_bulk(headers):
        listed = set(addresses_in(headers, "to", "cc", "list-post", "sender"))
        rewritten = bool(_VIA.search(display_name(headers, "from"))) or sender in listed
        person = next(
            (address for address in answer_to if address not in listed and not is_daemon(address)), ""
        )
        return RealWriter(person) if rewritten and person else None
    return _form_writer(sender, answer_to, headers, words)


def _form_writer(sender: str, answer_to: list[str], headers: Headers, words: str) -> RealWriter | None:
    fields = _form_fields(words)
    local = sender.partition("@")[0]
    machine = (
        is_noreply(sender)
        or is_daemon(sender)
        or bool(_FORM_SENDER.search(f"{local} {display_name(headers, 'from')}"))
    )
    form = "mail" in fields and ("message" in fields or "name" in fields)
    if form and (machine or fields["mail"] in answer_to):
        return RealWriter(
            answer_to[0] if answer_to and answer_to[0] == fields["mail"] else fields["mail"],
            fields.get("message", ""),
        )
    if answer_to and (machine or _VIA.search(display_name(headers, "from"))) and not is_noreply(answer_to[0]):
        return RealWriter(answer_to[0], fields.get("message", ""))
    return None


def _form_fields(words: str) -> dict[str, str]:
    """The fields of a form that count: address, name, and the message with all its lines."""
    found: dict[str, str] = {}
    lines = words.split("\n")
    index = 0
    while index < min(len(lines), 200):
        match = _FIELD.match(lines[index])
        index += 1
        if not match:
            continue
        label, value = match[1].strip(), match[2].strip()
        if _MAIL_FIELD.fullmatch(label) and "mail" not in found:
            address = ADDRESS.search(value or _line(lines, index))
            if address:
                found["mail"] = address[0].lower()
        elif _NAME_FIELD.fullmatch(label):
            found.setdefault("name", value)
        elif _MESSAGE_FIELD.fullmatch(label) and "message" not in found:
            found["message"], index = _message(lines, index, value)
    return found


def _line(lines: list[str], index: int) -> str:
    return lines[index] if index < len(lines) else ""


def _message(lines: list[str], index: int, first: str) -> tuple[str, int]:
    """The words of the message field: until a rule, the next known field or the note of the program."""
    taken = [first] if first else []
    while index < len(lines):
        line = lines[index]
        match = _FIELD.match(line)
        label = match[1].strip() if match else ""
        known = any(form.fullmatch(label) for form in (_MAIL_FIELD, _NAME_FIELD, _OTHER_FIELD))
        if known or _RULE.fullmatch(line) or _NOTE.match(line):
            break
        taken.append(line)
        index += 1
    return "\n".join(taken).strip(), index
