"""Annotated ads and sentences: findings per category, silence in exemplary ads, missing elements."""

from __future__ import annotations

from postings.review import review
from postings.review.model import Review
from postings.review.rulebook import LEGAL_CATEGORIES
from tests.quality.cases import Row, Span, meets, place, places
from tests.quality.tally import Tally

ALL_LEGAL = "all legal categories"


def judge(row: Row, tally: Tally) -> None:
    """Measure one ad or sentence; what is marked neutral, and categories nobody marked, count neither way."""
    found = review(row["text"])
    if "findings" not in row:
        _exemplary(row, found, tally)
        return
    _findings(row, found, tally)
    if "missing" in row:
        _elements(row, found, tally)


def _exemplary(row: Row, found: Review, tally: Tally) -> None:
    alarms = [each for each in found.findings if each.category in LEGAL_CATEGORIES]
    told = ", ".join(f"«{each.quote}» ({each.rule})" for each in alarms)
    tally.add("exemplary ads without a legal finding", not alarms, f"{row['id']}: {told}")
    if not row.get("complete", True):  # written for its wording only
        return
    missing = sorted(name for name, each in found.elements.items() if each.state == "missing")
    tally.add("exemplary ads with all elements", not missing, f"{row['id']}: {', '.join(missing)}")


def _findings(row: Row, found: Review, tally: Tally) -> None:
    text, neutral = row["text"], places(row, "neutral")
    wanted: dict[str, list[Span]] = {}
    for each in row["findings"]:
        span = place(text, each["quote"], each.get("occurrence", 1))
        wanted.setdefault(each["category"], []).append(span)
    ours: dict[str, list[Span]] = {}
    for one in found.findings:
        ours.setdefault(one.category, []).append((one.offset, one.offset + one.length))
    for category, spans in wanted.items():
        for span in spans:
            good = meets(span, ours.get(category, []))
            story = f"{row['id']} missed {category} «{text[span[0] : span[1]]}»: {_around(text, span)}"
            _count("recall", category, good, story, tally)
    unjudged = row.get("unjudged", ())
    for one in found.findings:
        span = (one.offset, one.offset + one.length)
        if one.category in unjudged or meets(span, neutral):
            continue
        good = meets(span, wanted.get(one.category, []))
        story = f"{row['id']} false {one.category} «{one.quote}» ({one.rule}): {_around(text, span)}"
        _count("precision", one.category, good, story, tally)


def _count(what: str, category: str, good: bool, story: str, tally: Tally) -> None:
    tally.add(f"{what} · {category}", good, story)
    if category in LEGAL_CATEGORIES:
        tally.add(f"{what}, {ALL_LEGAL}", good)


def _around(text: str, span: Span) -> str:
    start, end = max(0, span[0] - 60), span[1] + 60
    return " ".join(text[start:end].split())


def _elements(row: Row, found: Review, tally: Tally) -> None:
    wanted = set(row["missing"])
    ours = {name for name, each in found.elements.items() if each.state == "missing"}
    for name in ours:
        story = f"{row['id']}: {name} is there, or not needed"
        tally.add("missing elements, precision", name in wanted, story)
    for name in wanted:
        quote = found.elements[name].quote
        story = f"{row['id']}: {name} is missing, taken for it: {quote}"
        tally.add("missing elements, recall", name in ours, story)
