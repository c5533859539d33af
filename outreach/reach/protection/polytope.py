"""All tables that fit what is published, and the largest and smallest a sum in them can be (HiGHS).

A table is a list of whole numbers >= 0, one per column. A row is a set of columns whose sum lies in a
bracket. The solver is not believed: every answer is a table of whole numbers that is checked here, exactly,
against all rows.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import highspy
import numpy

#: Stands for "no upper bound": larger than any count.
UNBOUNDED = 10**7
_NEAR = 1e-6
#: Whole numbers to the last one: HiGHS stops at 0.01 % otherwise, ten of a hundred thousand openings.
_EXACT = (("mip_rel_gap", 0.0), ("mip_abs_gap", 0.5))
#: Tables that are kept to make others of.
_KEPT = 8

Witness = tuple[int, ...]


class Row(NamedTuple):
    """The sum of some columns lies in lower..upper (None: no bound)."""

    columns: Sequence[int]
    lower: int
    upper: int | None


class InconsistentError(Exception):
    """No table fits what is published: counters and releases contradict each other."""


class SolverError(Exception):
    """The solver gave no answer; nothing is released on half an answer."""


class Polytope:
    """Tables that fit; `witnesses` are some of them, as the sums of every row (that is all anybody asks)."""

    def __init__(self, columns: int, rows: Sequence[Row]) -> None:
        """Takes the rows in their order: their numbers are the rows' names.

        Raises:
            InconsistentError: nothing fits.
        """
        self.columns = columns
        self.members = [tuple(row.columns) for row in rows]
        self.bounds = [(row.lower, row.upper) for row in rows]
        self.witnesses: dict[Witness, None] = {}
        self._solver = self._build()
        self._cost: tuple[int, ...] = ()
        #: The solver's last answers, column by column.
        self._last: deque[numpy.ndarray] = deque(maxlen=_KEPT)
        #: The same rows for checking answers: exact, since sums of columns stay far below 2**63.
        self._matrix = numpy.zeros((len(rows), columns), dtype=numpy.int64)
        for number, members in enumerate(self.members):
            self._matrix[number, list(members)] = 1
        self._columns = [numpy.array(members, dtype=numpy.int64) for members in self.members]
        if rows:
            self.extreme(0, most=False)

    def _build(self) -> highspy.Highs:
        solver = highspy.Highs()
        for option, value in (("output_flag", False), ("threads", 1), ("parallel", "off"), *_EXACT):
            solver.setOptionValue(option, value)
        for _column in range(self.columns):
            solver.addVar(0, UNBOUNDED)
        for members, (lower, upper) in zip(self.members, self.bounds, strict=True):
            solver.addRow(lower, far(upper), len(members), list(members), [1.0] * len(members))
        return solver

    def bound(self, row: int, lower: int, upper: int | None) -> None:
        """Change what is known of a row. Witnesses that no longer fit are forgotten by `forget`."""
        self.bounds[row] = (lower, upper)
        self._solver.changeRowBounds(row, lower, far(upper))

    def forget(self) -> None:
        """Drop the witnesses that do not fit any more."""
        self.witnesses = {found: None for found in self.witnesses if self._fits(found)}

    def fitting(self, row: int) -> list[Witness]:
        """Known witnesses that fit the present bracket of one row."""
        lower, upper = self.bounds[row]
        top = far(upper)
        return [found for found in self.witnesses if lower <= found[row] <= top]

    def extreme(self, row: int, *, most: bool) -> Witness:
        """A table with the largest (smallest) sum of that row, as the sums of all rows.

        Raises:
            InconsistentError: nothing fits.
        """
        return self._best(dict.fromkeys(self.members[row], -1.0 if most else 1.0))

    def tilted(self, weights: Mapping[int, int]) -> Witness:
        """A table in which rows with a weight above 0 are large and those below 0 small, all at once.

        Raises:
            InconsistentError: nothing fits.
        """
        costs: dict[int, float] = defaultdict(float)
        for row, weight in weights.items():
            for column in self.members[row]:
                costs[column] -= weight
        return self._best(costs)

    def handed_on(self, rows: Sequence[int], amount: int) -> Witness | None:
        """One of the last tables, with so much taken from its fullest column for each of these rows.

        Needs no solver: what is moved stays, as far as possible, within the other sums it counts in. None: no
        such table fits.
        """
        for table in reversed(self._last):
            giver = int(table.argmax())
            if found := self._checked(self._moved(table, giver, rows, amount)):
                return found
        return None

    def _moved(self, table: numpy.ndarray, giver: int, rows: Sequence[int], amount: int) -> numpy.ndarray:
        moved = table.copy()
        alike = self._matrix[:, giver] @ self._matrix  # per column: in how many of the giver's sums it counts
        for row in rows:
            members = self._columns[row]
            if not self._matrix[row, giver]:
                moved[members[alike[members].argmax()]] += amount
                moved[giver] -= amount
        return moved

    def _best(self, wanted: Mapping[int, float]) -> Witness:
        """The table of least cost; `wanted`: column -> cost."""
        costs = dict.fromkeys(self._cost, 0.0) | dict(wanted)
        self._cost = tuple(wanted)
        self._solver.changeColsCost(len(costs), list(costs), list(costs.values()))
        return self._solve() or self._solve_whole()

    def _solve(self) -> Witness | None:
        """The linear program's answer, if it is a table of whole numbers."""
        self._solver.run()
        status, known = self._solver.getModelStatus(), highspy.HighsModelStatus
        if status in (known.kInfeasible, known.kUnboundedOrInfeasible):  # nothing is unbounded here
            raise InconsistentError
        if status != known.kOptimal:
            raise SolverError(self._solver.modelStatusToString(status))
        values = numpy.asarray(self._solver.getSolution().col_value)
        whole = numpy.rint(values).astype(numpy.int64)
        if values.size and numpy.abs(values - whole).max() > _NEAR:
            return None
        self._last.append(whole)
        return self._checked(whole)

    def _checked(self, table: numpy.ndarray) -> Witness | None:
        """The sums of all rows, if they are as published and no number is below 0."""
        sums = tuple((self._matrix @ table).tolist())
        if (table.size and table.min() < 0) or not self._fits(sums):
            return None
        self.witnesses[sums] = None
        return sums

    def _solve_whole(self) -> Witness:
        """The same in whole numbers only (branch and bound)."""
        every = list(range(self.columns))
        kind = highspy.HighsVarType
        self._solver.changeColsIntegrality(self.columns, every, [kind.kInteger] * self.columns)
        try:
            found = self._solve()
        finally:
            self._solver.changeColsIntegrality(self.columns, every, [kind.kContinuous] * self.columns)
        if found is None:
            raise InconsistentError
        return found

    def _fits(self, sums: Witness) -> bool:
        return all(
            lower <= total <= far(upper) for total, (lower, upper) in zip(sums, self.bounds, strict=True)
        )


def far(upper: int | None) -> int:
    """A bound as a number."""
    return UNBOUNDED * 100 if upper is None else upper
