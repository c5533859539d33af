"""Whether a degree or training is asked for: then degrees from abroad must count as well."""

from __future__ import annotations

import re

from postings.review.anchors.tables import Tables
from postings.review.facts.ad import Ad, Sentence, once

_TABLES = Tables(__file__)
_DEGREE = _TABLES.wording("degree")
_OTHER_LETTERS = re.compile(r"\b(?:steck|an|rund|info|mutter|eil|ein)brief|\bbrief\b", re.IGNORECASE)
_CERTIFICATE = _TABLES.pattern("certificate")
_DEMAND = _TABLES.pattern("demand")
_EXPRESSLY = _TABLES.pattern("expressly")
_NOT_ASKED = _TABLES.pattern("not_asked")
_OWN_TRAINING = _TABLES.wording("own_training")
_LICENCE = re.compile(
    r"\w*ausbildung\w* (?:zu[mr]?|für (?:die|den)) (?:\w+ )?(?:\w*fahrerlaubnis|\w*führerschein)\w*",
    re.IGNORECASE,
)
# "eine Ausbildung in der Küche (für die Hilfe ist keine nötig)": said of another post.
_OF_OTHERS = re.compile(r"\(für [^()]{3,80}\)", re.IGNORECASE)
_END = re.compile(
    r"abschluss (?:des|der|eines) (?:verfahren|vertrag|projekt|arbeit|probezeit)", re.IGNORECASE
)


@once
def degree(ad: Ad) -> Sentence | None:
    """The sentence that asks for a training or degree."""
    return next((sentence for sentence in ad.matching(_DEGREE) if _asks(sentence)), None)


def _asks(sentence: Sentence) -> bool:
    text = sentence.text
    if (sentence.offers and not _EXPRESSLY.search(text)) or sentence.section == "tasks":
        return False
    if _NOT_ASKED.search(_OF_OTHERS.sub(" ", text)):
        return False
    if _OWN_TRAINING.search(text) or _END.search(text) or _no_degree(text):
        return False
    if sentence.asks and sentence.kind != "heading":
        return True
    if sentence.kind == "heading":
        return sentence.section in ("", "profile") and bool(_CERTIFICATE.search(text))
    return bool(_DEMAND.search(text) or _CERTIFICATE.search(text)) and not sentence.is_task


def _no_degree(text: str) -> bool:
    """ "Anschreiben per Brief", "Ausbildung zur Fahrerlaubnis": the only word that fits is no degree."""
    return not _DEGREE.search(_LICENCE.sub(" ", _OTHER_LETTERS.sub(" ", text)))
