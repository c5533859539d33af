"""Matchers `phrases` and `pattern`: wordings of a rule, their exceptions, and replacements that agree.

Everything here looks at one sentence; the whole text is asked only for `only_text` and `unless_text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postings.review.language import Stretch
from postings.review.matchers.scan import Match
from postings.review.model import Edit, Replacement
from postings.review.rulebook import Case, Pattern, Rule, Template, fill

_WINDOW = 500
_LOOSE_END = re.compile(r"(?:\s+und)?\s+\Z|\s+und\Z")
# What follows is said apart: "Sie sind unter 30 und haben Freude an der Arbeit mit Kindern".
_GOES_ON = re.compile(
    r",? und (?:haben|hast|bringen|bringst|arbeiten|helfen|sind|bist|können|kannst|verfügen|besitzen|suchen"
    r"|mögen|kennen|sprechen|lieben|schätzen|leben|stehen|beraten|begleiten|betreuen"
    r"|unterstützen|leiten|pflegen|organisieren|planen|führen|übernehmen|ist|hat)\b"
)


def find(rule: Rule, case: Case, pattern: Pattern, stretch: Stretch, lower: str) -> Iterator[Match]:
    """Every place in a sentence where a wording stands and no exception holds."""
    for match in pattern.regex.finditer(stretch.masked, stretch.start):
        start, end = _hit(match)
        if start < end and _counts(case, match) and _holds(rule, case, stretch, lower, match):
            yield Match(start, end, replacements(case, match, stretch))


def _hit(match: re.Match[str]) -> tuple[int, int]:
    """What is marked; "fließend Deutsch und" ends before its "und", which joins what follows."""
    start, end = match.span("hit") if "hit" in match.re.groupindex else match.span()
    loose = _LOOSE_END.search(match.string, start, end)
    return start, loose.start() if loose else end


def _holds(rule: Rule, case: Case, stretch: Stretch, lower: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    first, last = max(stretch.start, start - _WINDOW), min(max(stretch.end, end), end + _WINDOW)
    # A list item of hardly more than these words needs no more: its heading says what it is about.
    is_whole = last - first <= end - start + 8
    if case.only and not is_whole and not stands(case.only, stretch, lower, first, last):
        return False
    if goes_on := _GOES_ON.search(stretch.masked, end, last):
        last = goes_on.start()
    return not (
        stands(rule.unless, stretch, lower, first, last) or stands(case.unless, stretch, lower, first, last)
    )


def stands(patterns: tuple[Pattern, ...], stretch: Stretch, lower: str, first: int, last: int) -> bool:
    """Whether one of the wordings stands in this part of a sentence (`lower` in small letters)."""
    if not patterns:
        return False
    window = lower[first:last]
    return any(p.may_match(window) and p.regex.search(stretch.masked, first, last) for p in patterns)


def _counts(case: Case, match: re.Match[str]) -> bool:
    low, high = case.number_min, case.number_max
    if low is None and high is None:
        return True
    numbers = [
        float(value.replace(",", "."))
        for name, value in match.groupdict().items()
        if name[:1] == "n" and value
    ]
    return all((low is None or low <= number) and (high is None or number <= high) for number in numbers)


def replacements(case: Case, match: re.Match[str], stretch: Stretch) -> tuple[Replacement, ...]:
    """What a case puts in the place of a match, every ending and number taken over."""
    made = (_replacement(template, match, stretch) for template in case.replace)
    return tuple(replacement for replacement in made if replacement)


def _replacement(template: Template, match: re.Match[str], stretch: Stretch) -> Replacement | None:
    start, end = _hit(match) if template.span == "hit" else match.span()
    while not template.text and start and stretch.masked[start - 1] == " ":
        start -= 1
    old = stretch.text[start:end]
    new = _capital(fill(template.text, match), start, stretch)
    if new == old or old.count("**") % 2:
        return None
    return Replacement("neutral", new, template.safe, (Edit(start, end - start, new),))


def _capital(new: str, start: int, stretch: Stretch) -> str:
    """A replacement at the beginning of a sentence begins as the words did that it replaces."""
    masked = stretch.masked
    if masked[stretch.start : start].strip(" „“\"'»(") or not masked[start].isupper():
        return new
    return new[:1].upper() + new[1:]
