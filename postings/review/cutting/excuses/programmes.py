"""Programmes and offers in a few words: who comes on which day or at which hour, what people get."""

from __future__ import annotations

import re

from postings.review.anchors.wording import Wording

_DAY = r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)s?"
# "Montags ist Mädchentag, mittwochs der queere Jugendtreff": a week of a house, not of those who apply
_WEEK = re.compile(rf"\b{_DAY}\b[^.;]*[,;] (?:\w+ )?{_DAY}\b", re.IGNORECASE)
# "11.30 Uhr: Männer in der Kita"
_HOUR = re.compile(
    r"\W*(?:ab |um )?\d{1,2}(?:[.:]\d\d)?(?: ?(?:–|-|bis) ?\d{1,2}(?:[.:]\d\d)?)? (?:Uhr|h)\b[:,|–-]?"
)
_ASKED = re.compile(
    r"\b(?:such\w*|gesucht|brauchen|erwarten|Sie|[Dd]u|[Dd]ich|Ihnen|[Bb]ewerb\w*|Kräfte|Kraft"
    r"|arbeiten|arbeitet|nur|nicht|kein\w*)\b"
)
_BENEFITS = Wording(
    r"\b(?:Teilzeit|Gleitzeit|Homeoffice|mobiles Arbeiten|Jobticket|Deutschlandticket|Jobrad|Betriebsrente"
    r"|Fortbildung\w*|Supervision|Sabbatical|\d+ Tage Urlaub|Urlaub|Zuschuss|Zuschüsse|Weihnachtsgeld"
    r"|Jahressonderzahlung|unbefristet\w*|keine Nachtdienste|Tarifvertrag|Tariflohn|Zusatzversorgung|Kantine"
    r"|Dienstrad|Firmenfitness|Einarbeitung|Arbeitskleidung|Dienstkleidung)\b"
)
_ENOUGH = 2


def is_programme(sentence: str) -> bool:
    """Whether it tells what happens on which day or at which hour."""
    return bool(_WEEK.search(sentence) or _HOUR.match(sentence)) and not _ASKED.search(sentence)


def lists_benefits(sentence: str) -> bool:
    """Whether it only counts up what people get: "Teilzeit, keine Nachtdienste, Kinderbetreuung."""
    if "," not in sentence or _ASKED.search(sentence.replace("keine Nachtdienste", "")):
        return False
    return len({found.group() for found in _BENEFITS.finditer(sentence)}) >= _ENOUGH
