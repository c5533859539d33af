"""What the tests of this folder share: hits of a text, and the text rewritten in a style."""

from __future__ import annotations

from postings.review.fixing import apply
from postings.review.generic_masculine import Hit, find
from postings.review.language import analyse
from postings.review.model import Style


def hits(text: str, style: Style = "star") -> list[Hit]:
    """The hits of a text."""
    return find(analyse(text), style)


def quotes(text: str) -> list[str]:
    """The words that were hit."""
    return [text[hit.offset : hit.offset + hit.length] for hit in hits(text)]


def rewritten(text: str, style: Style = "star") -> str:
    """The text with the first safe replacement of every hit; edits of hits that share words are made once."""
    edits = {
        edit
        for hit in hits(text, style)
        for edit in next((one.edits for one in hit.replacements if one.safe), ())
    }
    return apply(text, sorted(edits, key=lambda edit: edit.offset))
