"""Matchers `phrases` and `pattern`: wordings of a rule, their exceptions, and replacements that agree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postings.review.matchers.scan import Match, Scan
from postings.review.model import Edit, Replacement
from postings.review.rulebook import Case, Rule, Template, fill


def find(rule: Rule, scan: Scan) -> Iterator[Match]:
    """Every place where a case of the rule matches and no exception holds."""
    if rule.unless_text and scan.anywhere(rule.unless_text):
        return
    if rule.only_text and not scan.anywhere(rule.only_text):
        return
    for case in rule.cases:
        if case.only_text and not scan.anywhere(case.only_text):
            continue
        for pattern in case.patterns:
            if not scan.may_match(pattern):
                continue
            for match in pattern.regex.finditer(scan.analysis.masked):
                start, end = _hit(match)
                if start < end and _counts(case, match) and _holds(rule, case, scan, match):
                    yield Match(start, end, _replacements(case, match, scan))


def _hit(match: re.Match[str]) -> tuple[int, int]:
    return match.span("hit") if "hit" in match.re.groupindex else match.span()


def _holds(rule: Rule, case: Case, scan: Scan, match: re.Match[str]) -> bool:
    if not scan.one_sentence(*match.span()):
        return False
    if case.only and not scan.around(case.only, *match.span()) and not _nearly_all(scan, match):
        return False
    return not scan.around(rule.unless, *match.span()) and not scan.around(case.unless, *match.span())


def _nearly_all(scan: Scan, match: re.Match[str]) -> bool:
    """A list item of hardly more than these words: its heading says what it is about."""
    first, last = scan.sentence(*match.span())
    return last - first <= match.end() - match.start() + 8


def _counts(case: Case, match: re.Match[str]) -> bool:
    numbers = [
        float(value.replace(",", "."))
        for name, value in match.groupdict().items()
        if name[:1] == "n" and value
    ]
    low, high = case.number_min, case.number_max
    return all((low is None or low <= number) and (high is None or number <= high) for number in numbers)


def _replacements(case: Case, match: re.Match[str], scan: Scan) -> tuple[Replacement, ...]:
    made = (_replacement(template, match, scan) for template in case.replace)
    return tuple(replacement for replacement in made if replacement)


def _replacement(template: Template, match: re.Match[str], scan: Scan) -> Replacement | None:
    start, end = _hit(match) if template.span == "hit" else match.span()
    while not template.text and start and scan.analysis.masked[start - 1] == " ":
        start -= 1
    old = scan.analysis.text[start:end]
    new = capital(fill(template.text, match), start, scan)
    if new == old or old.count("**") % 2:
        return None
    return Replacement("neutral", new, template.safe, (Edit(start, end - start, new),))


def capital(new: str, start: int, scan: Scan) -> str:
    """A replacement at the beginning of a sentence begins as the words did that it replaces."""
    first, _ = scan.analysis.sentence_at(start)
    if scan.analysis.masked[first:start].strip(" „“\"'»(") or not scan.analysis.masked[start].isupper():
        return new
    return new[:1].upper() + new[1:]
