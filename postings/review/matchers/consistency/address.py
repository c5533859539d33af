"""Du and Sie in one text."""

from __future__ import annotations

from collections.abc import Iterator

from postings.review.anchors.wording import Place, Wording
from postings.review.matchers.scan import Match, Scan

_FORMAL = Wording(r"\b(?:Sie|Ihnen|Ihr|Ihre[mnrs]?)\b")
_INFORMAL = Wording(r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[mnrs]?|[Ee]uch|[Ee]uer|[Ee]ure[mnrs]?)\b")
_MAX = 50


def find(scan: Scan) -> Iterator[Match]:
    """Du where the text says Sie, or the other way round: the rarer of the two."""
    rows, lower = scan.analysis.rows, scan.lower
    informal = list(_INFORMAL.in_rows(rows, lower))
    if not informal:
        return
    formal = [match for match in _FORMAL.in_rows(rows, lower) if not _begins_sentence(scan, match)]
    if not formal:
        return
    rarer = informal if len(informal) <= len(formal) else formal
    for match in rarer[:_MAX]:
        yield Match(*match.span())


def _begins_sentence(scan: Scan, match: Place) -> bool:
    first, _ = scan.analysis.sentence_at(match.start())
    return not scan.analysis.masked[first : match.start()].strip(' „"»(')
