"""The sentences that may be a clause: they neither ask something of people nor tell their tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postings.review.anchors.wording import Wording
from postings.review.facts.ad import Ad, Sentence

# "Erfahrung im Umgang mit …": asked of the person, no clause.
ASKED_OF_YOU = re.compile(
    r"(?:erfahrung|umgang|interesse|freude|arbeit|zusammenarbeit|beratung|kenntnisse|verständnis)\w*"
    r" (?:in |an |mit |von |für |bei )",
    re.IGNORECASE,
)
# Said before the people are named: "Wer sich bewerben soll: du!"
CALLS = re.compile(r"bewerb|bewirb", re.IGNORECASE)


def candidates(ad: Ad, *patterns: Wording) -> Iterator[Sentence]:
    """The matching sentences that neither ask something of people nor tell their tasks."""
    for sentence in ad.matching(*patterns):
        if not sentence.asks and not sentence.is_task:
            yield sentence
