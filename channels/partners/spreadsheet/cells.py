"""Single cells: nothing in them may become a formula, and every one comes back as it was.

Excel and LibreOffice take a cell for a formula when it begins with one of a few characters, blanks before
them or not. Such a text gets an apostrophe in front. A telephone number would be spoilt by that ("'+49 …"),
so it gets a word in front instead.
"""

from __future__ import annotations

import re

_STARTS = ("=", "+", "-", "@", "|", "%", "\t", "\r", "\n")
_BLANKS = " \u00a0\ufeff\u200b\u3000"
#: Control characters, and the marks that turn the direction of what is read.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_PHONE = "Tel. "


def guarded(text: str) -> str:
    """The text as it may stand in a cell."""
    text = clean(text)
    return f"'{text}" if _would_start(text) else text


def unguarded(cell: str) -> str:
    """The text that `guarded` was given; other texts as they are."""
    text = clean(cell)
    return text[1:] if text.startswith("'") and _would_start(text[1:]) else text


def clean(text: str) -> str:
    """Without what nobody sees: control characters, byte order marks, blanks around it."""
    text = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text.strip(_BLANKS + "\t\n")


def phone_out(text: str) -> str:
    """ "+49 511 168-0" -> "Tel. +49 511 168-0"; "0511 …" would lose its zero as a number."""
    text = clean(text)
    return f"{_PHONE}{text}" if text else ""


def phone_in(cell: str) -> str:
    """The number, whatever stood before it."""
    return re.sub(r"^(?:tel(?:efon)?\.?:?\s*)", "", unguarded(cell), count=1, flags=re.IGNORECASE)


def _would_start(text: str) -> bool:
    """Apostrophes in front are looked through, so that taking one away never leaves a formula."""
    return text.lstrip("'" + _BLANKS).startswith(_STARTS)
