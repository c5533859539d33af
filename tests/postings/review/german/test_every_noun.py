"""Nouns of the lexicon in every case: what a safe replacement put right is no hit again, the rest stays."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from postings.review.fixing import apply
from postings.review.german.vocabulary import lexicon
from postings.review.german.vocabulary.lexicon import AP, AS, DP, DS, GP, GS, NP, NS
from postings.review.model import Style
from tests.postings.review.german.rewriting import hits, quotes

STYLES: tuple[Style, ...] = ("house", "star", "colon", "underscore", "slash", "pair", "neutral")
END = " vom Amt."
FRAMES = {
    NS: "Heute hilft ein {} vom Amt.",
    GS: "Hier steht der Name eines {} vom Amt.",
    DS: "Sie reden mit einem {} vom Amt.",
    AS: "Sie fragen einen {} vom Amt.",
    NP: "Heute helfen unsere {} vom Amt.",
    GP: "Hier stehen die Namen vieler {} vom Amt.",
    DP: "Sie reden mit allen {} vom Amt.",
    AP: "Sie fragen drei {} vom Amt.",
}
FORMS = sorted(lexicon.lexicon().forms)


@settings(max_examples=120, deadline=None, derandomize=True, database=None)
@given(st.sampled_from(FORMS), st.sampled_from(STYLES))
def test_what_was_replaced_is_no_hit_again(form: str, style: Style) -> None:
    _, readings = lexicon.lexicon().forms[form]
    for reading, frame in FRAMES.items():
        if readings & reading:
            check(frame, form, style)


def check(frame: str, form: str, style: Style) -> None:
    """Take the first safe replacement of each hit alone; only a neutral one may change the verb, too."""
    text, before = frame.format(form), frame.partition(" {}")[0].rpartition(" ")[0]
    for hit in hits(text, style):
        for one in [one for one in hit.replacements if one.safe][:1]:
            new = apply(text, sorted(one.edits, key=lambda edit: edit.offset))
            assert quotes(new) == []
            assert new.endswith(END)
            assert new.startswith(before) or one.style == "neutral"
