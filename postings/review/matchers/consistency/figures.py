"""Figures that contradict each other: pay groups, hours, days of leave, reference numbers, ranges."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator

from postings.review.anchors.wording import Place, Wording
from postings.review.matchers.scan import Match, Scan

_GROUP = Wording(
    r"(?:\b(?:Entgeltgruppe|EGr?\.?|Entgeltgr\.|EntgGr\.?) ?(?P<series>[SP])? ?|(?<![\w.])(?P<short>[ESP]) ?)"
    r"(?P<grade>1[0-8]|[2-9])(?! ?(?:Uhr|%|€|km))(?: ?(?P<letter>[abc])\b)?(?![\w.,]\w)"
)
_HOURS = Wording(
    r"(?P<figure>\d{1,2}(?:,\d{1,2})?) ?-?(?:Wochenstunden|Stunden-Woche|Stundenwoche|"
    r"(?:Stunden|Std\.?) ?(?:in der Woche|pro Woche|die Woche|wöchentlich|je Woche|/ ?Woche))"
)
_HOLIDAYS = Wording(
    r"(?P<figure>\d{2})(?: (?:Arbeits)?[Tt]agen?(?: bezahlter?[nm]?)? (?:Erholungs)?[Uu]rlaub|"
    r" Urlaubstagen?)\b"
)
_REFERENCE = Wording(
    r"\b(?:Kennziffer|Kennzahl|Stellennummer|Referenznummer|Ausschreibungsnummer|Job-ID|Stellen-ID)"
    r"(?: lautet| ist| der Stelle)?[: ]{1,3}(?P<figure>\w[\w./-]{0,25}\d[\w./-]{0,20}|\d[\w./-]{0,25})"
)
_RANGE = Wording(
    r"(?<![\d.,])(?P<low>\d{1,3}(?:\.\d{3})*(?:,\d{1,2})?)(?: (?:€|Euro|Stunden))?(?: bis(?: zu)? | ?[–-] ?)"
    r"(?P<high>\d{1,3}(?:\.\d{3})*(?:,\d{1,2})?)(?= ?(?:€|Euro\b|Stunden\b|Tagen?\b|Kinder|Personen|Plätze))"
)
# Words that explain a second figure: a choice, a range, another time, another group of people.
_EXPLAINS = re.compile(
    r"\b(?:bis|oder|zwischen|mindestens|höchstens|je nach|wahlweise|auch|sowie|beziehungsweise|bzw\.|ab|"
    r"statt|mehr|weniger|zusätzlich|weitere)\b|[Bb]eamt|[Bb]esold|später|danach|anschließend|zunächst|möglich|"
    r"[Aa]usbildung|[Pp]rüfung|[Pp]robe|[Ee]ntwick|[Aa]ufst|[Vv]oll|reduzier|erhöh|[Ss]chwerbehind|[Vv]ertret",
)
_MAX = 50


def pay_groups(scan: Scan) -> Iterator[Match]:
    """A second pay group of the same scale that nothing explains."""
    return _differing(scan, _GROUP, _group)


def hours(scan: Scan) -> Iterator[Match]:
    """Other weekly hours than the text named first."""
    return _differing(scan, _HOURS, _figure)


def holidays(scan: Scan) -> Iterator[Match]:
    """Other days of leave than the text named first."""
    return _differing(scan, _HOLIDAYS, _figure)


def references(scan: Scan) -> Iterator[Match]:
    """Another reference number than the text named first."""
    return _differing(scan, _REFERENCE, _figure)


def ranges(scan: Scan) -> Iterator[Match]:
    """A range that ends below its beginning: "4.000 bis 3.500 Euro"."""
    for match in _RANGE.in_rows(scan.analysis.rows):
        if _number(match["low"]) > _number(match["high"]) and len(match["low"]) >= len(match["high"]):
            yield Match(match.start(), match.end())


def _differing(scan: Scan, pattern: Wording, value: Callable[[Place], tuple[str, str]]) -> Iterator[Match]:
    """Places whose value differs from the first of its kind, where each stands alone and unexplained."""
    masked = scan.analysis.masked
    first: dict[str, str] = {}
    for match in itertools.islice(pattern.in_rows(scan.analysis.rows), _MAX):
        start, end = scan.analysis.sentence_at(match.start())
        if _EXPLAINS.search(masked, start, end) or len(pattern.regex.findall(masked, start, end)) > 1:
            continue
        kind, figure = value(match)
        if first.setdefault(kind, figure) != figure:
            yield Match(match.start(), match.start() + len(match.group().rstrip(".,/-")))


def _figure(match: Place) -> tuple[str, str]:
    return "", match["figure"].rstrip(".,/-").removesuffix(",0")


def _group(match: Place) -> tuple[str, str]:
    series = match["series"] or match["short"] or "E"
    return series, match["grade"] + (match["letter"] or "")


def _number(figure: str) -> float:
    return float(figure.replace(".", "").replace(",", "."))
