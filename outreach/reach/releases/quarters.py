"""Releases the tables of closed quarters: all tables of a source in one system, proven together.

**Why nothing differs over time.** Every ad (event, application …) belongs to exactly one quarter and is
counted in that quarter's tables once, at one moment: the end of the week whose running table is released in
the same run. So two quarters share no atom, and what earlier and later weeks tell about an ad is covered by
the proof that its cell keeps its whole bracket at that moment (`protection.secondary`): before and after it,
counts can go on as they like (`protection.rounding`), whatever the sums of that moment say.

**What is checked against.** All that was ever released about the same atoms: the running table of that week
and every table of the same source and quarter. A table that was made up after its quarter's sisters came out
is held
back: it would have been counted at another moment.

**Dominance** (counts of persons): a sum of which nearly all is one ad's is closed: nothing is said of it
beyond what other figures tell. That it is closed does say that one ad dominates it, but no number.
"""

from __future__ import annotations

import datetime
import hashlib
import logging
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.conf import settings as django_settings
from django.db import transaction

from outreach.reach.models import Release
from outreach.reach.protection import noise, settings
from outreach.reach.protection.rounding import DOMINATED, Bracket, protect
from outreach.reach.protection.secondary import Ask, Fact, InconsistentError, Proof, Rules, secure
from outreach.reach.released.figure import TOTAL
from outreach.reach.releases import budget, ledger
from outreach.reach.releases.calendar import WEEK, Period, settled_quarters
from outreach.reach.releases.registry import Atom, Key, Source, TableDefinition, tables
from outreach.reach.releases.writing import write

logger = logging.getLogger(__name__)


_AT_ONCE = 500


@dataclass
class _Asked:
    """One table's sums: key -> (numbers of its atoms, true count)."""

    table: TableDefinition
    sums: dict[Key, tuple[frozenset[int], int]] = field(default_factory=dict)

    @cached_property
    def rests(self) -> set[Key]:
        """Cells that are what others leave over."""
        return {rest for key in self.sums if TOTAL not in key and (rest := self.table.rest(key))}


def release_quarters(first: datetime.date, until: datetime.date, now: datetime.datetime) -> list[Release]:
    """Release what is settled and not yet out. A source that fails is logged and tried again next week."""
    made: list[Release] = []
    periods = settled_quarters(first, until)
    done = set(Release.objects.filter(period__contains="-Q").values_list("table", "period"))
    for source, every in _groups().items():
        for period in settled(periods, source.extra_weeks):
            group = [table for table in every if table.made_of(period)]
            missing = [table for table in group if (table.name, period.name) not in done]
            if not missing:
                continue
            try:
                with transaction.atomic():
                    made += _release(source, group, missing, period, now)
            except InconsistentError:
                why = "Die Zähler passen nicht zu den veröffentlichten Zahlen."
                for table in missing:
                    ledger.write_held(table.name, period.until, f"{period.name}: {why}")
            except Exception:
                logger.exception("The tables of %s for %s could not be released.", source.name, period.name)
    return made


def settled(periods: list[Period], extra_weeks: int) -> list[Period]:
    """The quarters that are old enough for a source that waits longer."""
    waits = (settings.current().settle_weeks + extra_weeks) * WEEK
    return [period for period in periods if period.until + waits <= period.counted_until]


def _groups() -> dict[Source, list[TableDefinition]]:
    found: dict[Source, list[TableDefinition]] = defaultdict(list)
    for table in tables("quarter"):
        found[table.source].append(table)
    return found


def _release(
    source: Source,
    group: list[TableDefinition],
    missing: list[TableDefinition],
    period: Period,
    now: datetime.datetime,
) -> list[Release]:
    atoms = source.count(period)
    if not atoms:
        return []
    on = settings.current().protections
    if on.ledger and len(missing) < len(group):
        return _hold_late(missing, period)
    if not on.ledger:  # every table for itself, as if there were no other
        return [out for table in missing for out in _together([table], [], atoms, period, now)]
    return _together(missing, _running(source, atoms, period), atoms, period, now)


def _hold_late(missing: list[TableDefinition], period: Period) -> list[Release]:
    for table in missing:
        why = f"{period.name}: Die anderen Tabellen dieses Quartals sind schon veröffentlicht."
        ledger.write_held(table.name, period.until, why)
    return []


def _running(source: Source, atoms: Mapping[Atom, int], period: Period) -> list[Fact]:
    """What this week's running table says about the same atoms."""
    found: list[Fact] = []
    for table in [table for table in tables("week") if table.source is source]:
        week = Release.objects.filter(table=table.name, until=period.counted_until).first()
        if week is None:
            continue
        size = len(table.dimensions)
        inside = _numbers(table, atoms)
        ones = sorted({key[0] for key in inside})
        for start in range(0, len(ones), _AT_ONCE):
            rows = week.figures.filter(one__in=ones[start : start + _AT_ONCE])
            for row in rows.order_by("pk").values_list("one", "two", "three", "lower", "upper"):
                if numbers := inside.get(tuple(row[:size])):
                    found.append(Fact(numbers, row[3], row[4]))
    return found


def _together(
    group: list[TableDefinition],
    fine: list[Fact],
    atoms: Mapping[Atom, int],
    period: Period,
    now: datetime.datetime,
) -> list[Release]:
    """All tables of a source for one quarter."""
    rules = settings.current()
    group = sorted(group, key=lambda table: (not table.fine, table.order, table.name))
    noisy = rules.method == "cell-key" and rules.protections.rounding
    shown: dict[str, dict[Key, Bracket]] = {table.name: {} for table in group}
    # No running table: the cells of the finest one are rounded one by one, everything else is sums of them.
    if not fine and (group[0].fine or len(group) == 1):
        shown[group[0].name] = _one_by_one(group[0], atoms)
        inside = _numbers(group[0], atoms)
        fine = [Fact(inside[key], found.lower, found.upper) for key, found in shown[group[0].name].items()]
    asked = [_asked(table, atoms, without_cells=bool(shown[table.name])) for table in group]
    if noisy:
        asked = _affordable(asked, period)
    places = [(one, key) for one in asked for key in one.sums]
    dominated = {
        number for number, (one, key) in enumerate(places) if _dominated(one.table, atoms, one.sums[key])
    }
    asks = [_ask(one, key, closed=number in dominated) for number, (one, key) in enumerate(places)]
    how = _rules(group[0].protection_class, noisy, period, list(atoms), asks)
    brackets, proof = secure(fine, [], asks, how)
    for number, ((one, key), bracket) in enumerate(zip(places, brackets, strict=True)):
        reason = DOMINATED if number in dominated else bracket.reason
        shown[one.table.name][key] = bracket._replace(reason=reason)
    names = {one.table.name: one for one in asked}
    return [
        write(
            table,
            period,
            shown[table.name],
            now,
            method="cell-key" if noisy and names[table.name].sums else "rounding",
            spent=_cost(table, names[table.name]) if noisy else 0,
            note=_note(shown[table.name], proof),
        )
        for table in group
        if table.name in names
    ]


def _one_by_one(table: TableDefinition, atoms: Mapping[Atom, int]) -> dict[Key, Bracket]:
    rules = settings.current()
    on, threshold = rules.protections, rules.threshold_for(table.protection_class)
    return {
        key: protect(count, 0, rules.base, threshold, primary=on.primary, rounding=on.rounding)
        for key, count in table.grouped(atoms).items()
    }


def _asked(table: TableDefinition, atoms: Mapping[Atom, int], *, without_cells: bool) -> _Asked:
    """The cells (unless they are out already), then true sums over each summed dimension and all."""
    inside, counts = _numbers(table, atoms), table.grouped(atoms)
    found = _Asked(table)
    if not without_cells:
        found.sums = {key: (numbers, counts[key]) for key, numbers in inside.items()}
    for step in _steps(table):
        groups: dict[Key, list[Key]] = defaultdict(list)
        for key in inside:
            groups[tuple(TOTAL if place in step else part for place, part in enumerate(key))].append(key)
        for sum_key, keys in groups.items():
            numbers = frozenset().union(*(inside[key] for key in keys))
            found.sums[sum_key] = (numbers, sum(counts[key] for key in keys))
    return found


def _ask(one: _Asked, key: Key, *, closed: bool) -> Ask:
    """A sum; if it leaves something over, or is what another one leaves over, that is told, too."""
    rest = one.table.rest(key) if TOTAL not in key else None
    return Ask(
        *one.sums[key],
        closed=closed or key in one.rests,
        rest=one.sums[rest][0] if rest else frozenset(),
    )


def _steps(table: TableDefinition) -> list[set[int]]:
    places = [table.dimensions.index(name) for name in table.summed]
    return [{place} for place in places] + ([set(places)] if len(places) > 1 else [])


def _numbers(table: TableDefinition, atoms: Mapping[Atom, int]) -> dict[Key, frozenset[int]]:
    """Cell -> its atoms, by their place in `atoms`."""
    found: dict[Key, list[int]] = defaultdict(list)
    for number, atom in enumerate(atoms):
        if (key := table.key(atom)) is not None:
            found[key].append(number)
    return {key: frozenset(numbers) for key, numbers in found.items()}


def _dominated(table: TableDefinition, atoms: Mapping[Atom, int], asked: tuple[frozenset[int], int]) -> bool:
    """Counts of persons: whether nearly all of a sum of several ads comes from one of them."""
    if table.protection_class != settings.PERSONS or "posting" not in table.source.dimensions:
        return False
    place, listed = table.source.dimensions.index("posting"), list(atoms)
    each: dict[str, int] = defaultdict(int)
    for number in asked[0]:
        each[listed[number][place]] += atoms[listed[number]]
    most = settings.current().dominance * asked[1]
    return len(each) > 1 and settings.current().protections.primary and max(each.values()) > most > 0


def _rules(protection_class: str, noisy: bool, period: Period, atoms: list[Atom], asks: list[Ask]) -> Rules:
    found = settings.current()
    on = found.protections
    rules = Rules(
        base=found.base,
        threshold=found.threshold_for(protection_class),
        secondary=on.secondary,
        primary=on.primary,
        rounding=on.rounding,
    )
    if not noisy:
        return rules
    key = django_settings.NOISE_KEY if on.keyed else ""

    def drawn(number: int, truth: int) -> int:
        names = sorted("/".join(atoms[place]) for place in asks[number].atoms)
        identity = hashlib.sha256("\n".join([period.name, *names]).encode()).hexdigest()
        return truth + noise.draw(key, identity, truth, found.noise_epsilon, found.noise_width)

    return replace(rules, noise=drawn, width=found.noise_width)


def _cost(table: TableDefinition, asked: _Asked) -> float:
    """Privacy loss: one retrieval counts in its cell and in a sum for each summed dimension (and all)."""
    cells = any(TOTAL not in key for key in asked.sums)
    return settings.current().noise_epsilon * (cells + len(_steps(table)))


def _affordable(asked: list[_Asked], period: Period) -> list[_Asked]:
    """The tables the year's budget has enough for; the others are held."""
    year, found = int(period.name[:4]), []
    costs: dict[str, float] = defaultdict(float)
    for one in asked:
        measure, cost = one.table.measure, _cost(one.table, one)
        if one.sums and not budget.affordable(measure, year, costs[measure] + cost):
            why = f"{period.name}: Das Datenschutzbudget für {year} ist aufgebraucht."
            ledger.write_held(one.table.name, period.until, why)
            continue
        costs[measure] += cost
        found.append(one)
    return found


def _note(cells: Mapping[Key, Bracket], proof: Proof) -> str:
    hidden = sum(bracket.value is None for bracket in cells.values())
    coarse = sum(bracket.reason == "protects" for bracket in cells.values())
    known = f" {proof.open} waren schon vorher genauer bekannt." if proof.open else ""
    return (
        f"{len(cells)} Zahlen, davon {hidden} verborgen, {coarse} gröber (sonst verrieten sie eine andere). "
        f"Bewiesen für {proof.targets} Größen mit {proof.solved} Lösungen.{known}"
    )
