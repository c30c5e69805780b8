"""What a finding is: a stretch of text and the kind of personal data that stands there."""

from typing import NamedTuple

NAME, PHONE, MAIL, ADDRESS, ACCOUNT, PLATE, CITIZEN_NUMBER = (
    "name",
    "phone",
    "mail",
    "address",
    "account",
    "plate",
    "citizen_number",
)


class Finding(NamedTuple):
    """Personal data from `start` up to `end` of a text."""

    start: int
    end: int
    kind: str
    text: str
