"""Small things done to a text before it is stored."""


def shorten(text: str, length: int) -> str:
    """`text` on one line and within `length`, cut at a word with an ellipsis; literal up to the cut."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1].rsplit(" ", 1)[0] + "…"
