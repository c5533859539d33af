"""Who signed an ad that reads like a letter: "Rufen Sie mich an … Herzlich / Thomas Brandt"."""

from __future__ import annotations

import re

from postings.review.facts.ad import Ad, Sentence
from postings.review.german.vocabulary import lexicon

_LAST = 5  # sentences from the end
_LINE = re.compile(r"\W*((?:Dr\. )?([A-ZÀ-ÖØ-Þ][\w'’]+)(?:-\w+)?(?: [A-ZÀ-ÖØ-Þ][\w'’]+(?:-\w+)?){1,2})\W*")
_ME = re.compile(
    r"\b(?:mir|mich)\b|^\W*(?:herzlich\w*|beste|viele|freundliche|mit freundlichen|liebe)\b[^.]{0,20}$", re.I
)


def signed(ad: Ad) -> tuple[str, Sentence] | None:
    """The name in a line of its own at the end, where somebody speaks of themselves before it."""
    last = ad.sentences[-_LAST:]
    for index, sentence in enumerate(last):
        name = _LINE.fullmatch(sentence.text)
        spoke = any(_ME.search(before.text) for before in last[max(0, index - 3) : index])
        if name and spoke and name[2] in lexicon.names():
            return name[1], sentence
    return None
