"""Du and Sie in one text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postings.review.anchors.wording import Place, Wording
from postings.review.matchers.scan import Match, Scan

_FORMAL = Wording(r"\b(?:Sie|Ihnen|Ihr|Ihre[mnrs]?)\b")
_INFORMAL = Wording(r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[mnrs]?|[Ee]uch|[Ee]uer|[Ee]ure[mnrs]?)\b")
_QUOTED = re.compile(r"[„»][^„»“”«\"\n]{1,300}[“”«\"]")  # what others say: „Du nimmst dir Zeit“
_MAX = 50


def find(scan: Scan) -> Iterator[Match]:
    """Du where the text says Sie, or the other way round: the rarer of the two."""
    rows = scan.analysis.rows
    quoted = _quoted(scan.analysis.masked)
    informal = [
        match for match in _INFORMAL.in_rows(rows) if not any(match.start() in span for span in quoted)
    ]
    if not informal:
        return
    formal = [match for match in _FORMAL.in_rows(rows) if not _begins_sentence(scan, match)]
    if not formal:
        return
    rarer = informal if len(informal) <= len(formal) else formal
    for match in rarer[:_MAX]:
        yield Match(*match.span())


def _quoted(masked: str) -> list[range]:
    if "„" not in masked and "»" not in masked:
        return []
    return [range(*quote.span()) for quote in _QUOTED.finditer(masked)]


def _begins_sentence(scan: Scan, match: Place) -> bool:
    first, _ = scan.analysis.sentence_at(match.start())
    return not scan.analysis.masked[first : match.start()].strip(' „"»(')
