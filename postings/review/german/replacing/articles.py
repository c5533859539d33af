"""An article and the word it belongs to, for all genders: "den*die andere*n"."""

from __future__ import annotations

from postings.review.german.reading.scan import Word
from postings.review.german.replacing import styles
from postings.review.model import Edit

_HER = {"der": "die", "den": "die", "dem": "der", "vom": "von der", "zum": "zur", "beim": "bei der"}
_HER |= {
    "ein": "eine",
    "einen": "eine",
    "einem": "einer",
    "kein": "keine",
    "keinen": "keine",
    "keinem": "keiner",
}
_HER |= {"jeder": "jede", "jeden": "jede", "jedem": "jeder"}


def with_article(article: Word, word: Word, feminine: str, style: str) -> Edit | None:
    """ "den*die andere*n", "die andere oder den anderen"."""
    low, masculine = article.low, word.low
    if style == "pair":
        joint = "und" if low.startswith("jed") else "oder"
        first = f"{_HER[low]} {feminine}" if masculine != feminine else _HER[low]
        new = f"{first} {joint} {low} {masculine}"
    elif style == "neutral":
        return None
    else:
        sign = styles.SIGNS[style]
        new = f"{styles.merged(low, _HER[low], sign)} {styles.merged(masculine, feminine, sign)}"
    return Edit(article.start, word.end - article.start, styles.with_case_of(new, article.text))
