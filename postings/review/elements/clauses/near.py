"""The words around a sentence: an ad says in one place who may apply, a clause each."""

from __future__ import annotations

import bisect

from postings.review.anchors.tables import Tables
from postings.review.facts.ad import Ad, Sentence

_TABLES = Tables(__file__)
_NEAR = 400
_CLAUSES = _TABLES.pattern("clauses")


def has_clauses(ad: Ad, sentence: Sentence) -> bool:
    """Whether the sentences around it tell who may apply."""
    if sentence.kind == "heading":
        return False
    return any(_CLAUSES.search(each.text) for each in _around(ad, sentence))


def _around(ad: Ad, sentence: Sentence) -> list[Sentence]:
    """The sentences close to it that neither tell tasks nor ask something of people."""
    first = bisect.bisect_left(ad.sentences, sentence.start - _NEAR, key=lambda each: each.start)
    last = bisect.bisect_right(ad.sentences, sentence.end + _NEAR, key=lambda each: each.start)
    return [
        each
        for each in ad.sentences[first:last]
        if each.start != sentence.start and each.kind != "heading" and not each.asks and not each.is_task
    ]
