"""Which German is asked for: the level of the Common European Framework, in letters."""

from __future__ import annotations

import re
from typing import NamedTuple

from postings.review.anchors.tables import Tables
from postings.review.anchors.wording import Wording
from postings.review.facts.ad import Ad, Sentence, once

_TABLES = Tables(__file__)
_LEVEL = Wording(
    r"(?<![\w-])(?P<level>[ABC][12]|(?<=tufe |veau )[ABC] [12])(?![\w])(?![ ]?-?[ ]?(?:Besold|Führersch))"
)
_GERMAN = Wording(
    r"deutsch(?:e[nrs]?\b|kenntn|sprach|niveau|\b)|\bsprach(?:e|niveau|kenntn|zertifikat|stand|"
    r"prüfung)",
    re.I,
)
_GERMAN_WORD = re.compile(r"deutsch|landessprache", re.IGNORECASE)
_FRAME = _TABLES.pattern("frame")
_OTHER = _TABLES.wording("other")
_LICENCE = re.compile(r"(?:klasse|führerschein|fahrerlaubnis)n?\w*[^.;]{0,30}$", re.IGNORECASE)
_ROOM = re.compile(r"\b(?:raum|zimmer|saal|halle|gebäude|haus|block) $", re.IGNORECASE)
_THEN_GERMAN = re.compile(
    r"[ (-]*(?:mit, )?(?:(?:reicht|genügt) )?(?:in |im |auf |für |beim )?deutsch", re.IGNORECASE
)
# "Deutsch oder Englisch auf dem Niveau B1", "Deutsch und Englisch jeweils B2": the level is of both.
_OF_BOTH = re.compile(
    r"(?:, \w+)*,? (?:oder \w+|und \w+(?= jeweils))"
    r"(?: jeweils| mindestens| auf| ab| dem| niveau| stufe| \()*[ (]*",
    re.IGNORECASE,
)
_TAUGHT = _TABLES.pattern("taught")


class Level(NamedTuple):
    """A level, the sentence that asks for it, and the words around it."""

    level: str
    sentence: Sentence
    words: str


@once
def level(ad: Ad) -> Level | None:
    """The German level in letters, the first that stands there."""
    for sentence in ad.matching(_LEVEL):
        for match in _LEVEL.finditer(sentence.text):
            if sentence.is_task and _TAUGHT.search(sentence.text):
                break
            if _is_german(sentence.text, match) or _answers(ad, sentence, match):
                return Level(match["level"].replace(" ", ""), sentence, _words(sentence.text, match.end()))
    return None


def _answers(ad: Ad, sentence: Sentence, match: re.Match[str]) -> bool:
    """ "Wie gut muss mein Deutsch sein? B2 genügt": the answer need not say German again."""
    before = ad.before(sentence)
    if before is None or not before.text.rstrip().endswith("?") or _OTHER.search(sentence.text):
        return False
    asked = _GERMAN_WORD.search(before.text) and not _OTHER.search(before.text)
    return bool(asked) and not _LICENCE.search(sentence.text[: match.start()][-60:])


def _words(sentence: str, end: int) -> str:
    """From the word for German to the level: "Deutsch auf dem Niveau B2"."""
    german = list(_GERMAN_WORD.finditer(sentence, 0, end))
    start = german[-1].start() if german else max(0, end - 2)
    return " ".join(sentence[start:end].split())


def _is_german(sentence: str, match: re.Match[str]) -> bool:
    before, after = sentence[: match.start()], sentence[match.end() :]
    if _LICENCE.search(before[-60:]) or _ROOM.search(before[-60:]):
        return False
    other = list(_OTHER.finditer(before))
    german = list(_GERMAN_WORD.finditer(before))
    if other and (not german or german[-1].start() < other[-1].start()):
        if german and _OF_BOTH.fullmatch(before[german[-1].end() :]):
            return True
        return bool(_GERMAN_WORD.match(after.lstrip(" -(")))
    if german:
        return True
    if _THEN_GERMAN.match(after):
        return True
    near = before[-60:] + after[:60]
    return bool(_FRAME.search(near)) and bool(_GERMAN.search(sentence) or not _OTHER.search(sentence))
