"""Matcher `consistency`: what contradicts itself within one text. A rule names one of the checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from postings.review.matchers.consistency import address, days, figures, signs, spellings, terms
from postings.review.matchers.scan import Match, Scan
from postings.review.rulebook import Rule


def find(rule: Rule, scan: Scan) -> Iterator[Match]:
    """What the rule's check finds."""
    return CHECKS[rule.options["check"]](scan)


CHECKS: dict[str, Callable[[Scan], Iterator[Match]]] = {
    "gender-signs": signs.find,
    "title-signs": signs.title_signs,
    "address": address.find,
    "deadlines": days.deadlines,
    "deadline-past": days.deadline_past,
    "weekday": days.weekdays,
    "no-such-day": days.no_such_day,
    "start-before-deadline": days.start_before_deadline,
    "pay-groups": figures.pay_groups,
    "hours": figures.hours,
    "holidays": figures.holidays,
    "references": figures.references,
    "ranges": figures.ranges,
    "limited": terms.limited,
    "part-time": terms.part_time,
    "spellings": spellings.find,
}
