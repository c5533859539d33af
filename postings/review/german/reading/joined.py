"""Nouns joined by "und": in pair style the joint becomes "sowie", and a shared article is repeated."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from postings.review.german.replacing import agreement
from postings.review.german.replacing.agreement import Context
from postings.review.model import Edit


@dataclass(frozen=True, slots=True)
class Beside:
    """What "und" between nouns asks for: edits by the place of a noun."""

    joints: dict[int, Edit]  # "sowie" for "und" beside pair forms
    rows: dict[int, list[Edit]]  # one neutral wording for both nouns


def shared(contexts: Sequence[Context]) -> dict[int, Edit]:
    """For nouns (by their place) that "und" joins: the edit that makes it "sowie" beside pair forms."""
    found: dict[int, Edit] = {}
    for first, second in itertools.pairwise(contexts):
        at = second.phrase.start - 1
        if at - 1 == first.phrase.at and first.words[at].low == "und":
            joint = first.words[at]
            made = Edit(joint.start, joint.end - joint.start, "SOWIE" if joint.is_caps else "sowie")
            found[first.phrase.at] = found[second.phrase.at] = made
    return found


def adjusted(each: Context, style: str, edits: list[Edit], joints: dict[int, Edit]) -> list[Edit]:
    """The edits of one noun with what its neighbour asks for."""
    if style != "pair" or not edits:
        return edits
    joint = joints.get(each.phrase.at)
    return [*edits, joint] if joint else edits


__all__ = ["adjusted", "agreement", "shared"]
