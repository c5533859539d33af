"""Whether an ad asks for German at all, in whatever words: "geschliffenes Deutsch", "wie aus dem Effeff"."""

from __future__ import annotations

import re

from postings.review.anchors.tables import Tables
from postings.review.anchors.wording import Wording
from postings.review.facts.ad import Ad, Sentence, once
from postings.review.facts.german.level import level

_TABLES = Tables(__file__)
# German as a language: no country, no office, no sign language, no law.
_GERMAN = Wording(
    r"\b(?:Hochd|D)eutsch(?:en|es)?\b(?! (?:Gebärden|Rent|Bahn|Post|Städte|Land|Volk|Recht|Einheit))|"
    r"[Dd]eutschkenntnis|[Dd]eutsche[nr]? (?:(?:Schrift)?[Ss]prach|Aussprache)|"
    r"[Mm]utter-?sprach|[Ll]andessprache|"
    r"[Ss]prachkenntnisse in Deutsch|[Dd]eutschniveau|[Nn]ative (?:[Ss]peaker|German)|"
    r"(?:gut|fließend|flüssig|perfekt|sicher|fehlerfrei|einwandfrei|akzentfrei|tadellos) deutsch\b"
)
# "Sie drücken sich in fehlerfreiem Deutsch aus": no task, however the sentence begins.
_SKILL = re.compile(
    r"\b(?:fließend|flüssig|perfekt|fehlerfrei|einwandfrei|akzentfrei|tadellos|gut)\w* (?:auf )?deutsch\b|"
    r"\b(?:verständig|drück|äußer)\w* (?:sich|dich) [^.;]{0,30}\bdeutsch\b|"
    r"\bdeutsch\b[^.;]{0,25}\bwort und schrift|"
    r"native speaker|\bmit deutsch\b[^.;]{0,60}\bzurecht",
    re.IGNORECASE,
)
# A dialect, or German without an accent: what is meant is how well somebody speaks, and no level says it.
_DIALECT = Wording(
    r"\b(?:\w*[Dd]ialekts?|Mundart|Platt(?:deutsch(?:es|en)?)?|(?:Hoch)?[Dd]eutsch ohne (?:\w+ )?Akzent)\b"
)
_WELCOME = re.compile(
    r"\b(?:plus|vorteil|willkommen|gern|schön|hilf\w+|nett|freu\w+|kein\w*|nicht|lernen)\b", re.I
)
_ASKS = _TABLES.pattern("asks")
_NOT_ASKED = _TABLES.pattern("not_asked")
_NATIVE_MUST = _TABLES.pattern("native_must")


@once
def asked(ad: Ad) -> Sentence | None:
    """The sentence in which German is asked for, with a level or without."""
    found = level(ad)
    if found:
        return found.sentence
    plain = next((sentence for sentence in ad.matching(_GERMAN) if _asks(sentence)), None)
    return plain or next((sentence for sentence in ad.matching(_DIALECT) if _asks_dialect(sentence)), None)


def _asks_dialect(sentence: Sentence) -> bool:
    in_list = sentence.kind == "bullet" or _ASKS.search(sentence.text)
    must = sentence.asks or (not sentence.section and in_list)
    return bool(must and not sentence.is_task and not _WELCOME.search(sentence.text))


def _asks(sentence: Sentence) -> bool:
    if sentence.section == "tasks":
        return False
    if _SKILL.search(sentence.text):
        return not _NOT_ASKED.search(sentence.text) or bool(_NATIVE_MUST.search(sentence.text))
    if sentence.is_task or sentence.offers:
        return False
    if _NOT_ASKED.search(sentence.text) and not _NATIVE_MUST.search(sentence.text):
        return False
    return sentence.asks or bool(_ASKS.search(sentence.text))
