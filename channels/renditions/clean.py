"""Titles as they leave the house: bare, and never said twice."""

from __future__ import annotations

import re

from postings.documents.cleaning import clean_text, one_line

_GENDER_MARK = re.compile(
    r"\s*[(\[]\s*(?:[mwdfxi](?:\s*[/|,*]\s*(?:[mwdfxin]|divers|gn|all))+|all\s+genders?|gn)\s*[)\]]",
    re.IGNORECASE,
)


def without_title(text: str, title: str) -> str:
    """The text without a first line that only repeats the title, which every rendition shows anyway."""
    first, _newline, rest = clean_text(text).lstrip().partition("\n")
    return rest if bare_title(first.strip("#* ")) == bare_title(title) else text


def bare_title(title: str) -> str:
    """A title without "(m/w/d)" and its like; inclusive forms ("Ingenieur*in") stay."""
    return one_line(_GENDER_MARK.sub("", title)) or one_line(title)
