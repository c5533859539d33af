"""Which German is asked for: the level of the Common European Framework, or words that mean one."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from postings.review.anchors.wording import Wording
from postings.review.facts.ad import Ad, Sentence, once

_LEVEL = Wording(r"(?<![\w-])(?P<level>[ABC][12])(?![\w])(?![ ]?-?[ ]?(?:Besold|Führersch))")
_GERMAN = Wording(
    r"deutsch(?:e[nrs]?\b|kenntn|sprach|niveau|\b)|\bsprach(?:e|niveau|kenntn|zertifikat|stand|"
    r"prüfung)",
    re.I,
)
_GERMAN_WORD = re.compile(r"deutsch|landessprache", re.IGNORECASE)
_FRAME = re.compile(
    r"niveau|GER\b|GeR\b|referenzrahmen|level|sprachniveau|kenntnisse|stufe|zertifikat|"
    r"sprache",
    re.IGNORECASE,
)
_OTHER = Wording(
    r"englisch|französisch|spanisch|türkisch|arabisch|russisch|polnisch|ukrainisch|kurdisch|italienisch|"
    r"farsi|persisch|fremdsprach|gebärdensprache|weitere sprache",
    re.IGNORECASE,
)
_LICENCE = re.compile(r"(?:klasse|führerschein|fahrerlaubnis)n?\w*[^.;]{0,30}$", re.IGNORECASE)
_ASKED = Wording(
    r"deutschkenntnisse|deutsche sprachkenntnisse|kenntnisse der deutschen sprache|"
    r"beherrsch\w+ der deutschen sprache|"
    r"(?:verhandlungssicher|fließend|einwandfrei|perfekt|akzentfrei|sehr gut|gut|sicher|fehlerfrei|"
    r"gepflegt|tadellos)\w*"
    r"(?:,? (?:und )?\w+)?,? deutsch\b|muttersprach|deutsch(?:e sprache)? (?:in wort und schrift|"
    r"auf dem niveau|als muttersprache|fließend)|"
    r"deutsche?n? sprache (?:in wort|sicher|fließend)|sprechen (?:\w+ ){0,3}deutsch\b|deutsch auf|"
    r"deutsch \(",
    re.IGNORECASE,
)


class Level(NamedTuple):
    """A level, and the sentence that asks for it."""

    level: str
    sentence: Sentence


@once
def level(ad: Ad) -> Level | None:
    """The German level in letters, the first that stands there."""
    for sentence in ad.sentences:
        for match in _LEVEL.finditer(sentence.text):
            if _is_german(sentence.text, match):
                return Level(match["level"], sentence)
    return None


def _is_german(sentence: str, match: re.Match[str]) -> bool:
    before, after = sentence[: match.start()], sentence[match.end() :]
    if _LICENCE.search(before[-60:]):
        return False
    other = list(_OTHER.finditer(before))
    german = list(_GERMAN_WORD.finditer(before))
    if other and (not german or german[-1].start() < other[-1].start()):
        return bool(_GERMAN_WORD.match(after.lstrip(" -(")))
    if german:
        return True
    near = before[-60:] + after[:60]
    return bool(_FRAME.search(near)) and bool(_GERMAN.search(sentence) or not _OTHER.search(sentence))


def asked(ad: Ad) -> Sentence | None:
    """The sentence in which German is asked for in any words."""
    found = level(ad)
    if found:
        return found.sentence
    for sentence in ad.matching(_ASKED):
        if not re.search(
            r"muttersprachlich\w* unterricht|andere muttersprach|keine deutsch", sentence.text, re.I
        ):
            return sentence
    return None


def facts(ad: Ad) -> dict[str, Any]:
    """language_level."""
    found = level(ad)
    return {"language_level": found.level if found else None}
