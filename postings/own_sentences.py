"""The ready sentences for missing elements, as the city's profile has them (`[sentences]`)."""

from __future__ import annotations

from outreach.profile import ProfileError, city
from postings.review.elements.sentences import Sentences, problems, with_own


def own_sentences() -> Sentences:
    """The default sentences, the city's own ones in their place, and the city's address to apply at."""
    own = city().get("sentences", {})
    wrong = problems(own)
    if wrong:
        raise ProfileError(f"Im Stadtprofil: {'; '.join(wrong)}.")
    return with_own(own, {"apply_url": city()["apply_url"]})
