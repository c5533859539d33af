"""Terms of the post that exclude each other: fixed-term or permanent, part-time or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postings.review.anchors.wording import Place, Wording
from postings.review.matchers.scan import Match, Scan

_PERMANENT = Wording(r"\bunbefristet\w*|\bdauerhaft(?= zu besetzen)|\bauf Dauer\b")
_LIMITED = Wording(r"(?<!\w)befristet\w*", re.IGNORECASE)
_NOT_LIMITED = re.compile(
    r"\b(?:kein\w*|nicht|ohne|zunächst|zuerst|anschließend|danach|später|oder|möglich|davon|teils|sowohl|"
    r"eine Stelle|zwei Stellen|weitere|Beamt\w*|Probezeit|sachgrundlos\w*)\b|"
    r"[Üü]bern|ntfrist|[Vv]erläng|[Ff]rüher",
)
_NO_PART_TIME = Wording(
    r"\b(?:nur|ausschließlich) in Vollzeit\b|\b(?:nicht|keine) (?:in )?Teilzeit\w*|"
    r"\bnicht teil(?:zeitgeeignet|bar)\b|"
    r"\bTeilzeit(?:arbeit|beschäftigung)? (?:ist|kommt)(?: leider)? nicht\b"
)
_PART_TIME = Wording(
    r"(?<!nicht )\bteilzeitgeeignet\b|\b(?:auch|gern|gerne) in Teilzeit\b|\bTeilzeit ist (?:auch )?möglich\b|"
    r"\b[Vv]oll- (?:oder|und) Teilzeit\b|\bVollzeit (?:oder|und|/) Teilzeit\b|\bTeilzeit \(?\d\d"
)


def limited(scan: Scan) -> Iterator[Match]:
    """A permanent post that is called fixed-term elsewhere, or the other way round."""
    return _both(scan, _PERMANENT, _LIMITED, _NOT_LIMITED)


def part_time(scan: Scan) -> Iterator[Match]:
    """Part-time both offered and ruled out."""
    return _both(scan, _NO_PART_TIME, _PART_TIME, None)


def _both(scan: Scan, one: Wording, other: Wording, unless: re.Pattern[str] | None) -> Iterator[Match]:
    """The place that comes second, where both are said in sentences of their own."""
    places = [_first(scan, pattern, unless) for pattern in (one, other)]
    if places[0] and places[1] and _sentence(scan, places[0]) != _sentence(scan, places[1]):
        yield Match(*max(place.span() for place in places if place))


def _first(scan: Scan, pattern: Wording, unless: re.Pattern[str] | None) -> Place | None:
    masked = scan.analysis.masked
    for match in pattern.in_rows(scan.analysis.rows):
        if unless is None or not unless.search(masked, *scan.analysis.sentence_at(match.start())):
            return match
    return None


def _sentence(scan: Scan, match: Place) -> int:
    return scan.analysis.sentence_index(match.start())
