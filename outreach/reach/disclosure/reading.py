"""Estimates as pages show them, made of released tables alone."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import get_language

from outreach.reach import released
from outreach.reach.disclosure import questions
from outreach.reach.disclosure.estimates import Estimate, estimate_within
from outreach.reach.released import Figure, Key, Table

DISCLOSURE, DISCLOSURE_POSTING, HEARD = "disclosure", "disclosure-posting", "heard"


class Line(NamedTuple):
    """One possible answer."""

    name: str
    figure: Figure
    estimate: Estimate | None


class Asked(NamedTuple):
    """One question under one definition, with one amount of noise. Never mixed with another."""

    question: str
    quarter: str
    definition: str  # "" for `heard`
    name: str
    epsilon: float
    #: Fewest and most answers, as published.
    answers: tuple[int, int | None]
    lines: list[Line]


def quarters() -> list[str]:
    """Every quarter with a released table of answers, the newest first."""
    return sorted({*released.periods(DISCLOSURE), *released.periods(HEARD)}, reverse=True)


def disclosures(quarter: str) -> list[Asked]:
    """All that was asked in a quarter, each definition for itself."""
    table = _of(DISCLOSURE, quarter)
    return _asked(table, "disclosure", 2) if table else []


def heard(quarter: str) -> list[Asked]:
    """How people heard of jobs."""
    table = _of(HEARD, quarter)
    return _asked(table, "heard", 1) if table else []


def of_posting(posting: str) -> list[Asked]:
    """The answers to one ad, for a city that asks ad by ad."""
    tables = released.history(DISCLOSURE_POSTING, posting=posting)
    return [asked for table in tables for asked in _asked(table, "disclosure", 2)]


def _of(name: str, quarter: str) -> Table | None:
    return next(iter(released.history(name, periods=[quarter])), None)


def _asked(table: Table, question: str, groups: int) -> list[Asked]:
    """`groups`: how many of the dimensions before the last one tell what was asked."""
    cells: dict[Key, dict[str, Figure]] = {}
    for key, figure in table.inner().items():
        cells.setdefault(key[:groups], {})[key[-1]] = figure
    return [_one(table, question, key, found) for key, found in sorted(cells.items())]


def _one(table: Table, question: str, key: Key, cells: dict[str, Figure]) -> Asked:
    definition, epsilon = _about(table, question, key)
    noise = questions.noise(question, epsilon)
    lines = []
    for answer in questions.options(question):
        figure = cells.get(answer, Figure(None, 0, None))
        others = released.add(other for name, other in cells.items() if name != answer)
        told, rest = (figure.lower, figure.upper), (others.lower, others.upper)
        known = told[1] is not None and rest[1] is not None
        found = estimate_within(told, rest, noise) if known else None  # type: ignore[arg-type]
        lines.append(Line(_name(table, answer), figure, found))
    every = released.add(cells.values())
    name = table.label("definition", definition) if "definition" in table.dimensions else definition
    return Asked(question, table.period, definition, name, epsilon / 1000, (every.lower, every.upper), lines)


def _name(table: Table, answer: str) -> str:
    """As it was released; for readers of another language in theirs."""
    language = get_language() or "de"
    return table.label("answer", answer) if language == "de" else questions.word(answer, language)


def _about(table: Table, question: str, key: Key) -> tuple[str, int]:
    if question == "heard":
        return "", int(key[0])
    if table.dimensions[0] == "posting":
        definition, _colon, epsilon = key[1].partition(":")
        return definition, int(epsilon)
    return key[0], int(key[1])
