"""Makes text safe to leave the house: nothing that breaks XML or headers, nothing that deceives readers."""

from __future__ import annotations

import re

from postings.documents.cleaning import clean_text

#: What XML forbids beyond the controls `clean_text` removes, and C1 controls.
_FORBIDDEN = re.compile("[\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_GENDER_MARK = re.compile(
    r"\s*[(\[]\s*(?:[mwdfxi](?:\s*[/|,*]\s*(?:[mwdfxin]|divers|gn|all))+|all\s+genders?|gn)\s*[)\]]",
    re.IGNORECASE,
)


def clean(text: str) -> str:
    """Text with line breaks as `\\n`, without what breaks formats or turns the reading direction."""
    return _FORBIDDEN.sub("", clean_text(text))


def one_line(text: str) -> str:
    """For titles and mail headers: everything in one line."""
    return " ".join(clean(text).split())


def without_title(text: str, title: str) -> str:
    """The text without a first line that only repeats the title, which every rendition shows anyway."""
    first, _newline, rest = clean(text).lstrip().partition("\n")
    return rest if bare_title(first.strip("#* ")) == bare_title(title) else text


def bare_title(title: str) -> str:
    """A title without "(m/w/d)" and its like; inclusive forms ("Ingenieur*in") stay."""
    return one_line(_GENDER_MARK.sub("", title)) or one_line(title)
