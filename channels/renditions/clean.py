"""Titles as they leave the house: bare, and never said twice."""

from __future__ import annotations

import re

from postings.documents.cleaning import clean_text, one_line

_GENDER_MARK = re.compile(
    r"\s*[(\[]\s*(?:[mwdfxi](?:\s*[/|,*]\s*(?:[mwdfxin]|divers|gn|all))+|all\s+genders?|gn)\s*[)\]]",
    re.IGNORECASE,
)


#: They show nothing and turn what stands beside them round.
_DIRECTION = str.maketrans("", "", "\u200e\u200f\u061c")


def neutral(text: str) -> str:
    """A name, place or title in one line, without any mark of direction: it reads as it is written."""
    return one_line(text.translate(_DIRECTION))


def without_title(text: str, title: str) -> str:
    """The text without a first line that only repeats the title, which every rendition shows anyway."""
    first, _newline, rest = clean_text(text).lstrip().partition("\n")
    return rest if bare_title(first.strip("#* ")) == bare_title(title) else text


def bare_title(title: str) -> str:
    """A title without "(m/w/d)" and its like; inclusive forms ("Ingenieur*in") stay."""
    return neutral(_GENDER_MARK.sub("", title)) or neutral(title)
