"""An article and the word it belongs to, for all genders: "den*die andere*n"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from postings.review.german.reading.scan import Word
from postings.review.german.replacing import styles
from postings.review.model import Edit

_HIS = re.compile(r"\bsein(?:e[nmrs]?)?(?:[*:_/]\w+)*(?=\s)", re.IGNORECASE)
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


def with_owner(edits: Sequence[Edit], owner: str, is_neutral: bool) -> list[Edit]:
    """The edits of "sein Vertreter" where "sein" means a person, too: "sein*e oder ihr*e Vertreter*in".

    `owner` is the style of that person's own replacement.
    """

    def both(found: re.Match[str]) -> str:
        his = found.group().lower()
        her = his.replace("sein", "ihr")
        if owner == "neutral":
            return her
        if owner == "pair":
            return f"{her} oder {his}"
        return styles.merged(his, her, styles.SIGNS[owner]) if is_neutral else f"{his} oder {her}"

    return [replace(edit, text=_like(edit.text, _HIS.sub(both, edit.text + " ")[:-1])) for edit in edits]


def _like(old: str, new: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
