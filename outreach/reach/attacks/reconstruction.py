"""Solve for what was hidden: a linear program over all tables of a day, as in Garfinkel et al., CACM 2019."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from outreach.reach.attacks.knowledge import building
from outreach.reach.attacks.knowledge.building import System
from outreach.reach.attacks.knowledge.claims import Claim, grouped, needed
from outreach.reach.attacks.knowledge.intervals import Contradiction
from outreach.reach.attacks.knowledge.publication import Publication
from outreach.reach.attacks.registry import Found, Outlook

NAME = gettext_lazy("Rekonstruktion")
ABOUT = gettext_lazy(
    "Rechnet mit einem linearen Programm aus allen Tabellen eines Tages die verborgenen Zahlen aus."
)
#: Of a table's weekly releases these are solved, counted from the newest; differences of all of them are
#: followed by `differencing`.
WEEKS = (1, 2, 5, 14, 27)


def attack(outlook: Outlook) -> Found:
    """Bounds of every small figure of every table, by all tables of the same day at once."""
    found = Found()
    solved = asked = 0
    for system in _systems(outlook.publication):
        try:
            system.unknowns.narrow()
            claims, count = _solve(system)
        except Contradiction:
            continue
        solved += 1
        asked += count
        found.claims += claims
    found.learned.append(
        _("{systems} Gleichungssysteme gelöst und darin nach {figures} kleinen Zahlen gefragt.").format(
            systems=solved, figures=grouped(asked)
        )
    )
    return found


def _solve(system: System) -> tuple[list[Claim], int]:
    """Claims of one system, and how many figures were asked for."""
    by_need: dict[int, list[object]] = {}
    for name, (_quantity, table) in system.asked.items():
        if system.unknowns.bounds(name)[0] < table.threshold:
            by_need.setdefault(needed(table), []).append(name)
    claims = []
    for need, names in by_need.items():
        for name, (lower, upper) in system.unknowns.solved(names, need).items():
            quantity, table = system.asked[name]
            if lower < table.threshold:
                claims.append(Claim(quantity, lower, upper, threshold=table.threshold))
    return claims, sum(map(len, by_need.values()))


def _systems(publication: Publication) -> Iterator[System]:
    """One system per cohort and day with the cumulative table of that day, and some weeks of their own."""
    cumulative, cohorts = building.split(publication)
    histories = {tables[0].name: tables for tables in cumulative}
    for tables in cohorts:
        yield building.alone(publication, tables, building.of_day(cumulative, tables[0]), histories)
    for tables in cumulative:
        if any(building.told_sums(table) for table in tables):
            for back in WEEKS:
                if back < len(tables) + 1:
                    system = System(publication)
                    system.weeks(tables[max(0, len(tables) - back - 1) : len(tables) - back + 1])
                    yield system
