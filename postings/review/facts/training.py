"""Whether an ad offers a training: a post to learn in, not a training asked for."""

from __future__ import annotations

import re

from postings.review.anchors.wording import Wording
from postings.review.facts.ad import Ad

_APPRENTICE = re.compile(
    r"\bauszubildende|ausbildungsplatz|ausbildungsplätze|ausbildung zu[mr] |ausbildungsbeginn|"
    r"ausbildungsjahr|anwärter(?!bezüge)\w*|"
    r"duales studium|\bazubi",
    re.IGNORECASE,
)
_OFFERS_TRAINING = Wording(
    r"ausbildungsplatz|ausbildungsplätze|ausbildungsbeginn|ausbildungsvergütung|anwärterbezüge|ausbildungsentgelt|"
    r"(?:wir bilden|bilden wir|(?:stadt|gemeinde)\b[^.\n]{0,40} bildet)\b[^.\n]{0,80}\baus\b|"
    r"(?:such|stell)\w* [^.\n]{0,60}(?:auszubildende|\bazubi)|"
    r"(?:deine|ihre) ausbildung\b|ausbildung bei (?:uns|der stadt)",
    re.IGNORECASE,
)
_TRAINING_TITLE = re.compile(r"^ausbildung\b|" + _APPRENTICE.pattern, re.IGNORECASE)
_NOT_OFFERED = Wording(
    r"(?:abgeschlossene|ihre|erfolgreiche) ausbildung (?:als|zu|im|in|ist|haben)|"
    r"(?:betreu|begleit|anleit|koordin|organis|vergabe|werben)\w*",
    re.IGNORECASE,
)


def offered(ad: Ad, title: str | None) -> bool:
    """Whether the post itself is a training, not whether one is asked for or looked after."""
    if _TRAINING_TITLE.search(title or ""):
        return True
    offers = (sentence for sentence in ad.matching(_OFFERS_TRAINING) if not sentence.asks)
    return any(not _NOT_OFFERED.search(sentence.text) for sentence in offers)
