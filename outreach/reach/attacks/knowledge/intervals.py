"""What follows from sums: unknown whole numbers with bounds, and equations "whole = sum of parts".

Sound: the truth never lies outside the bounds found. `narrow` follows single equations until nothing moves
any more; `widest` asks a linear program (HiGHS), which sees all equations at once.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Hashable, Iterable, Sequence

import highspy
import numpy

OPEN = 1 << 40  # no upper bound
#: What the solver takes for "open": more than any count here, and small enough to reckon with.
_FAR = 1e7
_CLOSE = 1e-6
#: Linear programs that only look for cells that are wide open, before any cell is asked alone.
_LOOKS = 12
#: An equation is followed this often at most: bounds that creep towards each other are cut short.
_VISITS = 60


class Contradiction(ValueError):  # noqa: N818  (it reads as what it is)
    """No numbers fit: what was published, or what was assumed, is not true."""


class Unknowns:
    """Whole numbers >= 0 that somebody would like to know."""

    def __init__(self) -> None:
        self.lower: list[int] = []
        self.upper: list[int] = []
        self._index: dict[Hashable, int] = {}
        self._sums: list[tuple[int, tuple[int, ...]]] = []
        self._in: list[list[int]] = []

    def __contains__(self, name: Hashable) -> bool:
        return name in self._index

    def __len__(self) -> int:
        return len(self.lower)

    @property
    def equations(self) -> int:
        """How many sums are known."""
        return len(self._sums)

    def of(self, name: Hashable) -> int:
        """The number of an unknown; made on first use, with nothing known but that it is >= 0."""
        if name not in self._index:
            self._index[name] = len(self.lower)
            self.lower.append(0)
            self.upper.append(OPEN)
            self._in.append([])
        return self._index[name]

    def between(self, name: Hashable, lower: int, upper: int | None) -> None:
        """Something was published about it."""
        place = self.of(name)
        self.lower[place] = max(self.lower[place], lower)
        self.upper[place] = min(self.upper[place], OPEN if upper is None else upper)

    def is_sum(self, whole: Hashable, parts: Iterable[Hashable]) -> None:
        """The whole is exactly the sum of the parts."""
        equation = (self.of(whole), tuple(self.of(part) for part in parts))
        for place in (equation[0], *equation[1]):
            self._in[place].append(len(self._sums))
        self._sums.append(equation)

    def bounds(self, name: Hashable) -> tuple[int, int]:
        """Lowest and highest number it can be (`OPEN`: no upper bound), as far as was found out."""
        place = self._index[name]
        return self.lower[place], self.upper[place]

    # --- One equation after the other -----------------------------------------------------------

    def narrow(self) -> None:
        """Follow every equation until no bound moves.

        Raises:
            Contradiction: no numbers fit.
        """
        waiting = deque(range(len(self._sums)))
        queued = [True] * len(self._sums)
        visits = [0] * len(self._sums)
        while waiting:
            number = waiting.popleft()
            queued[number] = False
            visits[number] += 1
            for place in self._follow(number):
                for other in self._in[place]:
                    if not queued[other] and visits[other] < _VISITS:
                        queued[other] = True
                        waiting.append(other)

    def _follow(self, number: int) -> list[int]:
        """Tighten one equation's unknowns; gives those that moved."""
        lower, upper = self.lower, self.upper
        whole, parts = self._sums[number]
        least = sum(lower[part] for part in parts)
        most = sum(upper[part] for part in parts)
        moved = []
        if self._set(whole, least, most if most < OPEN else OPEN):
            moved.append(whole)
        ceiling, floor = upper[whole], lower[whole]
        if ceiling >= OPEN and floor <= least:
            return moved
        for part in parts:
            low, high = lower[part], upper[part]
            rest_most = most - high
            new_low = floor - rest_most if rest_most < OPEN else 0
            new_high = ceiling - (least - low) if ceiling < OPEN else OPEN
            if (new_low > low or new_high < high) and self._set(part, new_low, new_high):
                least += lower[part] - low
                most += upper[part] - high
                moved.append(part)
        return moved

    def _set(self, place: int, low: int, high: int) -> bool:
        low, high = max(low, self.lower[place]), min(high, self.upper[place])
        if low > high:
            raise Contradiction
        moved = low > self.lower[place] or high < self.upper[place]
        self.lower[place], self.upper[place] = low, high
        return moved

    # --- All equations at once ------------------------------------------------------------------

    def solved(self, names: Sequence[Hashable], enough: int) -> dict[Hashable, tuple[int, int]]:
        """Exact bounds by linear programming of those unknowns that have fewer than `enough` possible values.

        Others are left out: they were seen to take values at least that far apart.

        Raises:
            Contradiction: no numbers fit.
        """
        program = _Program(self)
        asked = {self._index[name]: name for name in names}
        lowest, highest = program.looks(asked)
        found: dict[Hashable, tuple[int, int]] = {}
        for place, name in asked.items():
            if highest[place] - lowest[place] + 1 >= enough - _CLOSE:
                continue
            low, high = program.extreme(place, 1), program.extreme(place, -1)
            low, high = math.ceil(low - _CLOSE), math.floor(high + _CLOSE)
            if high - low + 1 < enough:
                found[name] = (low, high)
        return found


class _Program:
    """The unknowns and their sums as a linear program."""

    def __init__(self, unknowns: Unknowns) -> None:
        self.size = len(unknowns)
        self.highs = highspy.Highs()
        self.highs.setOptionValue("output_flag", False)
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = self.size, len(unknowns._sums)
        lp.col_cost_ = numpy.zeros(self.size)
        lp.col_lower_ = numpy.array(unknowns.lower, dtype=float)
        upper = numpy.array(unknowns.upper, dtype=float)
        upper[upper >= OPEN] = _FAR
        lp.col_upper_ = upper
        lp.row_lower_ = lp.row_upper_ = numpy.zeros(lp.num_row_)
        starts, columns, values = [0], [], []
        for whole, parts in unknowns._sums:
            columns += [whole, *parts]
            values += [-1.0, *([1.0] * len(parts))]
            starts.append(len(columns))
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = numpy.array(starts)
        lp.a_matrix_.index_ = numpy.array(columns)
        lp.a_matrix_.value_ = numpy.array(values)
        self.highs.passModel(lp)
        self.costs = numpy.zeros(self.size)

    def looks(self, places: Iterable[int]) -> tuple[numpy.ndarray, numpy.ndarray]:
        """Lowest and highest value each unknown took in a few solutions that pull the asked ones about."""
        asked = numpy.array(sorted(places), dtype=int)
        draw = numpy.random.default_rng(1)
        lowest = numpy.full(self.size, numpy.inf)
        highest = numpy.full(self.size, -numpy.inf)
        for number in range(_LOOKS):
            signs = [1.0, -1.0][number] if number < 2 else draw.choice([-1.0, 1.0], len(asked))
            costs = numpy.zeros(self.size)
            costs[asked] = signs
            values = self._solve(costs)
            numpy.minimum(lowest, values, out=lowest)
            numpy.maximum(highest, values, out=highest)
        return lowest, highest

    def extreme(self, place: int, sign: int) -> float:
        """The lowest (1) or highest (-1) value of one unknown."""
        costs = numpy.zeros(self.size)
        costs[place] = sign
        return float(self._solve(costs)[place])

    def _solve(self, costs: numpy.ndarray) -> numpy.ndarray:
        bounded = numpy.arange(self.size, dtype=numpy.int32)
        self.highs.changeColsCost(self.size, bounded, costs)
        self.highs.run()
        if self.highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise Contradiction
        return numpy.array(self.highs.getSolution().col_value)
