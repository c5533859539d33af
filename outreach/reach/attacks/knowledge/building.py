"""Everything published as one system of unknowns and sums: cells over time, margins, tables of the same ads.

A running table is *cumulative*: everything so far, week by week. Other tables are about a *cohort*: the ads
that began in a quarter, counted until the release. Cohort tables of one quarter and day are sums of the same
openings, and of the cumulative cells of that day. All of this stands on the protection page.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Hashable
from contextlib import suppress
from itertools import chain, combinations

from outreach.reach.attacks.knowledge.claims import Quantity
from outreach.reach.attacks.knowledge.intervals import Contradiction, Unknowns
from outreach.reach.attacks.knowledge.publication import TOTAL, Key, Printed, Publication

#: What a dimension must have so that it is all of the openings; behind it may stand a setting ("first-30").
_PARTS = {"device": {"first", "other"}}
_SUBJECTS = ("posting", "event")


class System:
    """Unknowns with a name for every published figure and every growth between two releases."""

    def __init__(self, publication: Publication) -> None:
        self.publication = publication
        self.unknowns = Unknowns()
        #: What could be asked: unknown -> the count it stands for, and its table.
        self.asked: dict[Hashable, tuple[Quantity, Printed]] = {}
        self._began: dict[str, datetime.date] = {}

    # --- Cumulative tables ----------------------------------------------------------------------

    def weeks(self, tables: list[Printed]) -> None:
        """All releases of one cumulative table, oldest first: levels, growths, and sums that say anything."""
        self.began(tables)
        before: Printed | None = None
        for table in tables:
            for key, shown in table.cells.items():
                name = level(table, key)
                self.unknowns.between(name, shown.lower, shown.upper)
                self._ask(name, table, key)
                if before is not None:
                    self._grown(table, before, key, name)
            for whole_key, parts in told_sums(table).items():
                self.unknowns.is_sum(level(table, whole_key), [level(table, part) for part in parts])
            before = table

    def began(self, tables: list[Printed]) -> None:
        """In which week each ad began: the one before it is first in the table."""
        for table in tables:
            if "posting" in table.dimensions:
                place = table.dimensions.index("posting")
                for key in table.cells:
                    self._began.setdefault(key[place], table.until - datetime.timedelta(days=7))

    def _grown(self, table: Printed, before: Printed, key: Key, name: Hashable) -> None:
        if key in before.cells:
            growth = ("growth", before.until, name)
            self.unknowns.is_sum(name, [level(before, key), growth])
            self._ask(growth, table, key, before.until)

    # --- Cohort tables --------------------------------------------------------------------------

    def cohort(self, tables: list[Printed], fine: Printed | None) -> None:
        """Tables of the same ads until one day; `fine`: the cumulative table of that day, if there is one."""
        by_kind = any("kind" in table.dimensions for table in tables)
        for table in tables:
            person = by_kind and "kind" not in table.dimensions
            for key, shown in table.cells.items():
                name = group(table, key, person)
                self.unknowns.between(name, shown.lower, shown.upper)
                self._ask(name, table, key)
            self._all_sums(table, person)
        if fine is not None and "posting" in fine.dimensions and tables:
            self._of_ads(tables, fine, by_kind)

    def _all_sums(self, table: Printed, person: bool) -> None:
        inner = list(table.inner())
        places = range(len(table.dimensions))
        for step in chain.from_iterable(combinations(places, size) for size in range(1, len(places) + 1)):
            sums: dict[Key, list[Key]] = {}
            for key in inner:
                whole = tuple(TOTAL if place in step else part for place, part in enumerate(key))
                sums.setdefault(whole, []).append(key)
            for whole, parts in sums.items():
                names = [group(table, part, person) for part in parts]
                if _lacks(table, step, parts):
                    names.append(("not told", group(table, whole, person)))
                self.unknowns.is_sum(group(table, whole, person), names)

    def _of_ads(self, tables: list[Printed], fine: Printed, by_kind: bool) -> None:
        """Groups of ads are sums of the ads' own cells."""
        quarter = quarter_of(tables[0].first)
        mine = {ad for ad, week in self._began.items() if quarter_of(week) == quarter}
        place, other = fine.dimensions.index("posting"), [d for d in fine.dimensions if d != "posting"]
        cells = [key for key in fine.inner() if key[place] in mine]
        if not cells or len(other) != 1:
            return
        channel = fine.dimensions.index(other[0])
        for coarse in ("", "family", "month"):
            groups = self._grouping(coarse, mine)
            sums: dict[frozenset[tuple[str, str]], list[Hashable]] = {}
            for key in cells:
                if groups is None:
                    break
                place_of = {(other[0], key[channel]), *({(coarse, groups[key[place]])} if coarse else ())}
                sums.setdefault(frozenset(place_of), []).append(level(fine, key))
            for where, parts in sums.items():
                person = {("kind", "person")} if by_kind else set()
                name = ("group", tables[0].measure, tables[0].first, tables[0].until, where | person)
                if name in self.unknowns:
                    self.unknowns.is_sum(name, parts)

    def _grouping(self, coarse: str, ads: set[str]) -> dict[str, str] | None:
        """Which group each ad belongs to; None if that is not known of all."""
        if not coarse:
            return dict.fromkeys(ads, "")
        if coarse == "month":
            return {ad: month_of(self._began[ad]) for ad in ads}
        known = self.publication.groups.get(("posting", coarse), {})
        return {ad: known[ad] for ad in ads} if ads <= set(known) else None

    def _ask(self, name: Hashable, table: Printed, key: Key, since: datetime.date | None = None) -> None:
        self.asked[name] = (Quantity(table.name, table.measure, key, table.first, table.until, since), table)


def _thursday(day: datetime.date) -> datetime.date:
    """Whole weeks belong to the month and quarter of their Thursday; that is told with every table."""
    return day - datetime.timedelta(days=day.weekday() - 3)


def quarter_of(day: datetime.date) -> tuple[int, int]:
    """Year and quarter of a day's week."""
    return _thursday(day).year, (_thursday(day).month + 2) // 3


def month_of(day: datetime.date) -> str:
    """Year and month of a day's week: "2026-11"."""
    return f"{_thursday(day):%Y-%m}"


def level(table: Printed, key: Key) -> Hashable:
    """The unknown of a cumulative cell at a release."""
    return ("level", table.name, key, table.until)


def group(table: Printed, key: Key, person: bool) -> Hashable:
    """The unknown of a cohort's cell: the same in every table that has it."""
    where = {pair for pair in zip(table.dimensions, key, strict=True) if pair[1] != TOTAL}
    if person:
        where |= {("kind", "person")}
    return ("group", table.measure, table.first, table.until, frozenset(where))


def _lacks(table: Printed, step: Collection[int], parts: list[Key]) -> bool:
    """Whether a sum has more in it than the parts the table tells: first openings are some of all."""
    for place, dimension in enumerate(table.dimensions):
        if place in step and dimension in _PARTS:
            return not {part[place].partition("-")[0] for part in parts} >= _PARTS[dimension]
    return False


def margins(table: Printed) -> dict[Key, list[Key]]:
    """Published sums -> the inner cells they are sums of."""
    found: dict[Key, list[Key]] = {key: [] for key in table.cells if TOTAL in key}
    inner = list(table.inner())
    steps = {tuple(place for place, part in enumerate(key) if part == TOTAL) for key in found}
    for key in inner:
        for step in steps:
            whole = tuple(TOTAL if place in step else part for place, part in enumerate(key))
            if whole in found:
                found[whole].append(key)
    return {whole: parts for whole, parts in found.items() if parts}


def told_sums(table: Printed) -> dict[Key, list[Key]]:
    """Published sums that say more than what is shown of their parts, and the parts."""
    found = {}
    for key, parts in margins(table).items():
        shown, figures = table.cells[key], [table.cells[part] for part in parts]
        least = sum(figure.lower for figure in figures)
        most = None if any(figure.upper is None for figure in figures) else sum(f.upper or 0 for f in figures)
        if shown.lower > least or (shown.upper is not None and (most is None or shown.upper < most)):
            found[key] = parts
    return found


def is_cumulative(tables: list[Printed]) -> bool:
    """Whether a table runs on, everything so far: told by its period, else by its form."""
    if tables[0].period:
        return "-Q" not in tables[0].period
    subjects = set(_SUBJECTS) & set(tables[0].dimensions)
    return bool(subjects) or (len(tables) > 1 and len({table.first for table in tables}) == 1)


def split(publication: Publication) -> tuple[list[list[Printed]], list[list[Printed]]]:
    """Cumulative tables by name, and cohort tables by (measure, first day, until)."""
    histories = [publication.named(name) for name in publication.names()]
    cumulative = [tables for tables in histories if is_cumulative(tables)]
    cohorts: dict[Hashable, list[Printed]] = {}
    for table in chain.from_iterable(tables for tables in histories if not is_cumulative(tables)):
        cohorts.setdefault((table.measure, table.first, table.until), []).append(table)
    return cumulative, list(cohorts.values())


def whole(publication: Publication) -> tuple[System, int]:
    """Everything at once, narrowed; and of how many cohorts the tables contradict each other.

    Tables of a cohort need not be sums of the same (one may leave something out, and not say so): those that
    contradict each other are read one by one.
    """
    system, apart = System(publication), 0
    cumulative, cohorts = split(publication)
    for tables in cumulative:
        system.weeks(tables)
    histories = {tables[0].name: tables for tables in cumulative}
    for tables in cohorts:
        fine = of_day(cumulative, tables[0])
        if _fits(alone(publication, tables, fine, histories)):
            system.cohort(tables, fine)
        else:
            apart += 1
            for table in tables:
                system.cohort([table], None)
    with suppress(Contradiction):  # not even a table by itself holds: what was narrowed so far stays
        system.unknowns.narrow()
    return system, apart


def alone(
    publication: Publication,
    tables: list[Printed],
    fine: Printed | None,
    histories: dict[str, list[Printed]],
) -> System:
    """One cohort with the cumulative table of its day, not narrowed yet."""
    system = System(publication)
    if fine is not None:
        system.began(histories[fine.name])
        system.weeks([fine])
    system.cohort(tables, fine)
    return system


def of_day(cumulative: list[list[Printed]], like: Printed) -> Printed | None:
    """The cumulative table of ads with the same measure and day."""
    for tables in cumulative:
        for table in tables:
            if (table.measure, table.until) == (like.measure, like.until) and "posting" in table.dimensions:
                return table
    return None


def _fits(system: System) -> bool:
    try:
        system.unknowns.narrow()
    except Contradiction:
        return False
    return True
