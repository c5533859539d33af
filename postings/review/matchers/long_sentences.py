"""Matcher `sentences`: sentences with more words than a rule allows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postings.review.matchers.scan import Match, Scan
from postings.review.rulebook import Rule

_WORD = re.compile(r"\w[\w*:-]*")
_LONGEST = 2000


def find(rule: Rule, scan: Scan) -> Iterator[Match]:
    """Each sentence that is too long, marked as a whole."""
    limit = int(rule.options["max_words"])
    for start, end in scan.analysis.sentences:
        if end - start > limit * 3 and end - start < _LONGEST:
            count = len(_WORD.findall(scan.analysis.masked, start, end))
            if count > limit:
                yield Match(start, end, note=f"{count} Wörter")
