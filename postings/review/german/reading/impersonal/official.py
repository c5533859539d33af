"""What is called officially so: laws, tests and authorities by whom they are for, and a mayor's office."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading.scan import Word
from postings.review.german.replacing.phrase import Phrase
from postings.review.german.vocabulary.lexicon import SINGULAR
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import CONNECTORS

_LAWS = ("ordnung", "gesetz", "gesetzbuch", "tarifvertrag", "tarifvertrags", "vorschrift")
# What a city gives its own house to obey, and can word anew.
_HOUSE_RULES = (
    *("hausordnung", "benutzungsordnung", "platzordnung", "badeordnung", "geschäftsordnung", "tagesordnung"),
    *(
        "nutzungsordnung",
        "parkordnung",
        "friedhofsordnung",
        "schulordnung",
        "dienstvorschrift",
        "rangordnung",
    ),
)
_TESTS = word_set("deutsch-test deutschtest")
_AUTHORITIES = ("bundesamt", "bundesamts", "landesamt", "landesamts", "ministerium", "ministeriums")
_BODIES = word_set("kammer kommission beirat zentralstelle hochkommissariat amt behörde")
_UNITS = (
    *("büro", "büros", "dezernat", "dezernats", "referat", "sekretariat", "geschäftsbereich", "stab"),
    *("stabsstelle", "geschäftsstelle", "sprechstunde", "amtszimmer"),
    # what is done for the one who holds the office
    *("beratung", "chauffeur", "terminplanung", "assistenz", "entlastung"),
)
# Of these a town has one; the one who holds the office is meant.
_SINGLE = ("bürgermeister", "landrat", "präsident", "intendant", "kämmerer", "dezernent", "stadtbaurat")
_FARTHEST = 8


def is_official(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether the noun is part of what a law, a test or an authority is called."""
    return _is_for_them(words, phrase) or _is_about_them(words, phrase) or _is_office_of_one(words, phrase)


def _is_for_them(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "die Honorarordnung für Architekten und Ingenieure", "das Bundesamt für Migration und Flüchtlinge"."""
    if phrase.determiner is not None or phrase.readings & SINGULAR == phrase.readings:
        return False
    for at in range(phrase.start - 1, max(0, phrase.start - _FARTHEST), -1):
        word = words[at]
        if word.sentence != words[phrase.at].sentence:
            return False
        if word.low == "für":
            return _has_official_name(words[at - 1])
        if word.text != "," and word.low not in CONNECTORS and not word.text[0].isupper():
            return False
    return False


def _has_official_name(head: Word) -> bool:
    low = head.low
    if not head.text[0].isupper() or low.endswith(_HOUSE_RULES):
        return False
    return low.endswith(_LAWS) or low in _TESTS or low.endswith(_AUTHORITIES) or low in _BODIES


def _is_about_them(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "das Gesetz über die Berufe der Sanitäter", "das Gesetz zum Schutz der Verbraucher"."""
    if phrase.determiner is None or words[phrase.determiner].low != "der" or phrase.start < 4:
        return False
    row = [word.low for word in words[phrase.start - 4 : phrase.start]]
    if not words[phrase.start - 1].text[0].isupper():
        return False
    if row[1].endswith(("gesetz", "verordnung")):
        return row[2] in ("zum", "zur")
    return row[0].endswith(("gesetz", "verordnung")) and row[1] == "über"


def _is_office_of_one(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "im Büro des Oberbürgermeisters": named after the one who holds the office."""
    if phrase.determiner is None or words[phrase.determiner].low != "des" or not phrase.determiner:
        return False
    before = words[phrase.determiner - 1]
    is_unit = before.text[0].isupper() and before.low.endswith(_UNITS)
    return is_unit and phrase.noun.base.lower().endswith(_SINGLE)
