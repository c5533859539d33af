"""One word in two spellings: "Online-Portal" and "Onlineportal", "E-Mail" and "Email"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from postings.review.matchers.scan import Match, Scan
from postings.review.model import Edit, Replacement

_WORD = re.compile(r"(?<![\w@./*:_-])[A-ZÄÖÜ]\w*(?:-\w+)*(?![\w@*:_/-]|\.\w)")
_SHORTEST = 5
_MAX = 50


def find(scan: Scan) -> Iterator[Match]:
    """The rarer spellings of a word that is written with and without a hyphen."""
    masked = scan.analysis.masked
    if "-" not in masked:
        return
    places: defaultdict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _WORD.finditer(masked):
        if len(match.group()) >= _SHORTEST:
            places[match.group().replace("-", "").lower()].append(match)
    for matches in places.values():
        spellings = Counter(match.group() for match in matches)
        if len({spelling.lower() for spelling in spellings}) > 1:
            wanted = max(spellings, key=lambda spelling: (spellings[spelling], "-" in spelling))
            yield from (_put(match, wanted) for match in matches[:_MAX] if match.group() != wanted)


def _put(match: re.Match[str], wanted: str) -> Match:
    edit = Edit(match.start(), match.end() - match.start(), wanted)
    return Match(match.start(), match.end(), (Replacement("neutral", wanted, True, (edit,)),))
