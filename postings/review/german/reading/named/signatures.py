"""Who speaks in a letter: "Der Bürgermeister" as its head or foot, "Thomas Brandt / Betriebsleiter"."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.cutting.excuses import first_names
from postings.review.german.reading.scan import Word
from postings.review.german.replacing.phrase import Phrase

_SIGNING = ("bürgermeister", "landrat", "stadtdirektor", "gemeindedirektor", "regionspräsident")
_DASHES = ("–", "-", "—", "|", ",", ":", "·")
_LONGEST_NAME = 6


def is_signature(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether the noun is what the one who writes is called."""
    return _is_office(words, phrase) or _is_under_name(words, phrase)


def _is_office(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Der Bürgermeister" on a line of its own, "Stadt Musterhausen – Der Oberbürgermeister"."""
    at, first = phrase.at, phrase.start
    if at != first + 1 or words[first].text not in ("Der", "DER"):
        return False
    begins = words[first].starts_line or words[first - 1].text in _DASHES
    return begins and _ends_line(words, at) and phrase.noun.base.lower().endswith(_SIGNING)


def _is_under_name(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Betriebsleiter" in the line below "Thomas Brandt"."""
    first = phrase.start
    if first < 2 or not words[first].starts_line or phrase.determiner is not None:
        return False
    begin = first - 1
    while begin and not words[begin].starts_line:
        begin -= 1
    name = words[begin:first]
    if name[0].text in ("gez", "Ihr", "Dein", "Euer"):
        name = name[1 + (len(name) > 1 and name[1].text == ".") :]
    if not 1 < len(name) <= _LONGEST_NAME or not _closes_line(words, phrase.at):
        return False
    known = next((at for at, word in enumerate(name) if word.text in first_names()), None)
    return known in (0, 1, 2) and all(word.text[0].isupper() or word.text in ".-" for word in name)


def _ends_line(words: Sequence[Word], at: int) -> bool:
    return at + 1 == len(words) or words[at + 1].starts_line


def _closes_line(words: Sequence[Word], at: int) -> bool:
    """The line ends here or with what belongs to the role: "Leiter des Bauamts"."""
    end = at + 1
    while end < len(words) and not words[end].starts_line and words[end].text not in _DASHES[3:5]:
        end += 1
    return end - at <= _LONGEST_NAME and words[end - 1].text not in ".!?:)"
