"""What a lead-in says of all behind it or below: "Was Sie nicht brauchen: …", "Du musst nicht"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postings.review.cutting.masking import Line

_NEED = (
    r"brauch\w*|benötig\w*|müss\w*|muss\w*|mitbring\w*|erwart\w*|verlang\w*|nötig|notwendig|wichtig"
    r"|erforderlich|Bedingung|Voraussetzung|Pflicht|können|kannst|interessiert|zählt|egal"
)
_NOT_NEEDED = re.compile(
    r"\W*(?!Wen |Wer |[^:]*\b[Ww]ir (?:\w+ )*brauch|[^:]*\bbrauchen wir\b)(?:[\w*]+ ){0,5}?"
    rf"(?:(?:nicht|kein\w*) (?:[\w*]+ ){{0,3}}(?:{_NEED})|(?:{_NEED}) (?:[\w*]+ ){{0,3}}(?:nicht|kein\w*)"
    r"|(?:ist|sind) (?:uns )?egal|spiel(?:t|en) (?:\w+ )*keine Rolle)"
    r"(?: (?!an|zu|vertragen|riechen|leiden)\w+){0,2}\W*$",
    re.IGNORECASE,
)
_OPEN = ":"


def is_not_needed(sentence: str, start: int) -> bool:
    """Whether the words before the colon say that what follows is not needed."""
    colon = sentence.rfind(_OPEN, 0, start)
    return colon > 0 and bool(_NOT_NEEDED.match(sentence[:colon]))


def is_listed_as_not_needed(masked: str, lines: Sequence[Line], at: int) -> bool:
    """Whether line number `at` is an item of a list below such a line: "Das brauchen Sie nicht:"."""
    if lines[at].kind != "bullet":
        return False
    above = at
    while above > 0 and lines[above].kind in ("bullet", "blank"):
        above -= 1
    return bool(_NOT_NEEDED.match(masked[lines[above].start : lines[above].end].rstrip(":… ")))
