"""Sums of atoms as a small system of rows and columns: parts that share nothing, classes of interchangeable
cells.

See `secondary` for what the system is for and why classes are exact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from outreach.reach.protection.polytope import Row, far


class Fact(NamedTuple):
    """A sum that was published: of these atoms (by number), in lower..upper (None: no bound)."""

    atoms: frozenset[int]
    lower: int
    upper: int | None


class Ask(NamedTuple):
    """A sum to be published.

    `closed`: nothing may be said of it beyond what others tell (dominance, or another sum's rest). `rest`:
    what it leaves over of a sum that was asked before.
    """

    atoms: frozenset[int]
    truth: int
    closed: bool = False
    rest: frozenset[int] = frozenset()


@dataclass
class Part:
    """A part of the system that shares no atom with any other; asks by their numbers."""

    fine: list[Fact] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    asks: list[int] = field(default_factory=list)


class _Leaders:
    """Union-find over atoms."""

    def __init__(self) -> None:
        self.above: dict[int, int] = {}

    def find(self, atom: int) -> int:
        above = self.above
        while above.setdefault(atom, atom) != atom:
            above[atom] = above[above[atom]]
            atom = above[atom]
        return atom

    def join(self, atoms: frozenset[int]) -> None:
        first = self.find(next(iter(atoms)))
        for atom in atoms:
            self.above[self.find(atom)] = first

    def of(self, atoms: frozenset[int]) -> int:
        return self.find(next(iter(atoms)))


def parts(fine: Sequence[Fact], facts: Sequence[Fact], asks: Sequence[Ask]) -> Iterable[Part]:
    """Parts with at least one ask, in the order of their first one."""
    leaders = _Leaders()
    for group in (fine, facts, asks):
        for item in group:
            leaders.join(item.atoms)
    found: dict[int, Part] = defaultdict(Part)
    for number, ask in enumerate(asks):
        found[leaders.of(ask.atoms)].asks.append(number)
    for cell in fine:
        if (key := leaders.of(cell.atoms)) in found:
            found[key].fine.append(cell)
    for fact in facts:
        if (key := leaders.of(fact.atoms)) in found:
            found[key].facts.append(fact)
    return found.values()


@dataclass
class Layout:
    """Rows over columns; a column is a group of atoms that count in the same sums."""

    columns: int
    rows: list[Row]
    #: The row of each distinct sum.
    row_of: dict[frozenset[int], int]
    #: Rows of classes -> (the sum that leaves a member at its lower end, the sum that lets one reach its
    #: upper end).
    ends: dict[int, tuple[int, int]]


def lay_out(part: Part, asks: Sequence[Ask]) -> Layout:
    """The rows of a part: first its classes of cells, then its sums."""
    sums = _distinct([*part.facts, *(Fact(asks[number].atoms, 0, None) for number in part.asks)])
    counted: dict[int, list[int]] = defaultdict(list)  # atom -> the sums it counts in
    for number, atoms in enumerate(sums):
        for atom in atoms:
            counted[atom].append(number)
    columns: dict[object, int] = {}
    members: list[set[int]] = [set() for _atoms in sums]

    def column(kind: object, atom: int) -> int:
        place = columns.setdefault((kind, tuple(counted[atom])), len(columns))
        for number in counted[atom]:
            members[number].add(place)
        return place

    classes: dict[object, list[Fact]] = defaultdict(list)
    for cell in part.fine:
        width = far(cell.upper) - cell.lower
        classes[width, frozenset(tuple(counted[atom]) for atom in cell.atoms)].append(cell)
    rows: list[Row] = []
    ends: dict[int, tuple[int, int]] = {}
    for kind, cells in classes.items():
        inside = {column(kind, atom) for cell in cells for atom in cell.atoms}
        low, width = sum(cell.lower for cell in cells), far(cells[0].upper) - cells[0].lower
        ends[len(rows)] = (low + width * (len(cells) - 1), low + width)
        rows.append(Row(sorted(inside), low, low + width * len(cells)))
    covered = {atom for cell in part.fine for atom in cell.atoms}
    for atom in [atom for atom in counted if atom not in covered]:
        column(None, atom)
    row_of = {atoms: len(rows) + number for number, atoms in enumerate(sums)}
    rows += [Row(sorted(members[number]), *bounds) for number, bounds in enumerate(sums.values())]
    return Layout(len(columns), rows, row_of, ends)


def _distinct(sums: Iterable[Fact]) -> dict[frozenset[int], tuple[int, int | None]]:
    """Each sum once, with all that is known of it."""
    found: dict[frozenset[int], tuple[int, int | None]] = {}
    for item in sums:
        low, high = found.get(item.atoms, (0, None))
        ends = [end for end in (high, item.upper) if end is not None]
        found[item.atoms] = (max(low, item.lower), min(ends, default=None))
    return found
