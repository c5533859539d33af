"""Sentences with gold rewrites: is the generic masculine found, is the sentence put right exactly?"""

from __future__ import annotations

from postings.review import review
from postings.review.fixing import apply, chosen
from postings.review.model import Finding, Style
from postings.review.rulebook import Rule
from tests.quality.cases import Row, meets, places
from tests.quality.tally import Tally

STYLES: tuple[Style, ...] = ("star", "pair", "neutral")


def judge(row: Row, rules: list[Rule], tally: Tally) -> None:
    """Measure one sentence."""
    text = row["text"]
    group = "newspaper" if "newspaper" in row.get("kind", "") else "ads"
    problems = places(row, "problems")
    found = list(review(text, style="star", rules=rules).findings)
    spans = [(each.offset, each.offset + each.length) for each in found]
    for start, end in problems:
        tally.add("recall", meets((start, end), spans), f"missed «{text[start:end]}»: {text}")
    for start, end in spans:
        tally.add("precision", meets((start, end), problems), f"false «{text[start:end]}»: {text}")
    for style in STYLES:
        new = rewritten(text, style, rules)
        if not problems:
            if style == "star":
                tally.add("untouched", new == text and not found, f"touched: {new}")
        elif row.get(style):
            good = new in row[style]
            tally.add(style, good, f"{style}:\n    got  {new}\n    want {row[style][0]}")
            tally.add(f"{style} · in {group}", good)
            if row.get("kind"):
                tally.add(f"{style} · {row['kind']}", good)


def rewritten(text: str, style: Style, rules: list[Rule]) -> str:
    """The text with the first safe replacement of every finding."""
    findings: tuple[Finding, ...] = review(text, style=style, rules=rules).findings
    return apply(text, chosen(findings, "generic-masculine"))
