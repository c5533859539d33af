"""Average repeated noisy answers about the same thing.

Week after week, by different partitions, and by several printings of one table: a quarter is published once,
but if a backup from before is played back it is published again, and whoever kept the first printing has two.
With a key both have the same noise; without one, every printing is one more answer.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Hashable, Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from outreach.reach.attacks.knowledge import building
from outreach.reach.attacks.knowledge.claims import Claim, Quantity
from outreach.reach.attacks.knowledge.publication import Key, Printed
from outreach.reach.attacks.registry import Found, Outlook

NAME = gettext_lazy("Mittelwerte")
ABOUT = gettext_lazy(
    "Mittelt verrauschte Antworten auf dieselbe Frage: Woche für Woche, über verschiedene Aufteilungen und "
    "über mehrere Ausgaben derselben Tabelle, bis das Rauschen verschwindet."
)
#: Standard errors on both sides that must fit between two whole numbers, so that one number is claimed.
_SURE = 1.96
_LEAST = 4
_EXACT = ("rounding",)


class Answer(NamedTuple):
    """One noisy answer: its number and the variance of its noise."""

    value: float
    variance: float


def attack(outlook: Outlook) -> Found:
    """Claims one number wherever enough different answers agree on it."""
    noisy = [table for table in outlook.publication.tables if table.method not in _EXACT]
    cumulative, cohorts = building.split(outlook.publication)
    claims = [claim for tables in cumulative for claim in _over_time(tables)]
    claims += [claim for tables in cohorts for claim in _over_tables(tables)]
    learned = _("{number} verrauschte Tabellen; über {claims} kleine Zahlen ließe sich mitteln.").format(
        number=len(noisy), claims=len(claims)
    )
    claims += [claim for tables in cohorts for claim in _asked_again(tables)]
    return Found([*claims, *_overspent(noisy, outlook.epsilon, outlook.budget)], [learned])


def _asked_again(tables: list[Printed]) -> Iterator[Claim]:
    """The same sum with different noise, in two tables or two printings: go on asking, and it is known."""
    by_kind = any("kind" in table.dimensions for table in tables)
    answers: dict[Hashable, dict[int, Printed]] = {}
    for table in tables:
        if table.method not in _EXACT:
            person = by_kind and "kind" not in table.dimensions
            for key, shown in table.cells.items():
                if shown.value is not None and shown.lower != shown.value:
                    answers.setdefault(building.group(table, key, person), {})[shown.value] = table
    for different in answers.values():
        if len(different) > 1:
            names = ", ".join(sorted({table.name for table in different.values()}))
            yield Claim(
                None,
                sentence=_(
                    "Dieselbe Summe steht mit {number} verschiedenen Rauschwerten in: {names}."
                ).format(number=len(different), names=names),
            )


def _overspent(noisy: list[Printed], epsilon: float | None, budget: float | None) -> Iterator[Claim]:
    """More noisy answers about the same retrievals in a year than the budget allows."""
    if epsilon is None or budget is None:
        return
    spent: dict[tuple[str, int], float] = {}
    for table in noisy:
        year = (table.measure, building.quarter_of(table.first)[0])
        answers = 1 + bool(building.told_sums(table))  # its cells, and sums with a noise of their own
        spent[year] = spent.get(year, 0) + epsilon * answers
    for (measure, year), loss in spent.items():
        if loss > budget:
            yield Claim(
                None,
                sentence=_(
                    "{year}, „{measure}“: Der Verlust an Privatheit summiert sich auf {loss:.1f}, zugesagt "
                    "sind höchstens {budget:.1f}."
                ).format(year=year, measure=measure, loss=loss, budget=budget),
            )


def _over_time(tables: list[Printed]) -> Iterator[Claim]:
    """The tail of a series that goes up and down around a count that stands still."""
    tables = [table for table in tables if table.method not in _EXACT]
    series: dict[Key, list[tuple[Printed, int]]] = {}
    for table in tables:
        for key, shown in table.cells.items():
            if shown.value is not None:
                series.setdefault(key, []).append((table, shown.value))
    for key, answers in series.items():
        values = _still([value for _table, value in answers])
        if len(values) < _LEAST:
            continue
        error = statistics.stdev(values) / math.sqrt(len(values))
        table = answers[-1][0]
        if error and (claim := _one(_quantity(table, key), statistics.fmean(values), error, table)):
            yield claim


def _still(values: list[int]) -> list[int]:
    """The longest tail without a trend: its two halves have the same mean within their noise."""
    for start in range(len(values) - _LEAST + 1):
        tail = values[start:]
        half = len(tail) // 2
        spread = statistics.stdev(tail)
        if abs(statistics.fmean(tail[:half]) - statistics.fmean(tail[half:])) <= spread:
            return tail
    return []


def _over_tables(tables: list[Printed]) -> Iterator[Claim]:
    """The same group in several tables, published there or as a sum over its parts."""
    noisy = [table for table in tables if table.method not in _EXACT]
    by_kind = any("kind" in table.dimensions for table in tables)
    answers: dict[Hashable, list[Answer]] = {}
    places: dict[Hashable, tuple[Printed, Key]] = {}
    for table in noisy:
        person = by_kind and "kind" not in table.dimensions
        for key, shown in table.cells.items():
            if shown.value is not None:
                name = building.group(table, key, person)
                answers.setdefault(name, []).append(Answer(shown.value, _variance(table)))
                places.setdefault(name, (table, key))
        for key, parts in building.margins(table).items():
            values = [table.cells[part].value for part in parts]
            if None not in values:
                name = building.group(table, key, person)
                total = float(sum(value or 0 for value in values))
                answers.setdefault(name, []).append(Answer(total, _variance(table) * len(parts)))
    for name, found in answers.items():
        different = {answer.value: answer for answer in found}.values()  # the same noise again tells nothing
        if len(different) < 2 or name not in places:
            continue
        weight = sum(1 / answer.variance for answer in different)
        mean = sum(answer.value / answer.variance for answer in different) / weight
        table, key = places[name]
        if claim := _one(_quantity(table, key), mean, math.sqrt(1 / weight), table):
            yield claim


def _variance(table: Printed) -> float:
    """Of noise spread as its published bounds say: a quarter of their width is a standard deviation."""
    widths = [shown.upper - shown.lower for shown in table.cells.values() if shown.upper is not None]
    return max(0.25, (statistics.median(widths) / 4) ** 2) if widths else 4.0


def _one(quantity: Quantity, mean: float, error: float, table: Printed) -> Claim | None:
    """A claim, if one whole number is left and it is a small one."""
    number = round(mean)
    if abs(mean - number) + _SURE * error < 0.5 and 0 <= number < table.threshold:
        return Claim(quantity, number, number, certain=False, threshold=table.threshold)
    return None


def _quantity(table: Printed, key: Key) -> Quantity:
    return Quantity(table.name, table.measure, key, table.first, table.until)
