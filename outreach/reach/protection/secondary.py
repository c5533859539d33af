"""Secondary suppression: sums are published only as far as they tell nothing about any cell. Pure.

**What is at stake.** The finest table of a period publishes a bracket per cell (`rounding`). Other tables of
the period (by job family, month, language …) and totals are sums of the same atoms. Who has all of them has a
system of inequalities; solved, it can show a hidden cell exactly. So all tables of a period are one system:

- unknowns: the atoms (whole numbers, at least 0);
- known: the cells' brackets, and every sum published so far (the ledger);
- asked: a new sum.

**The rule.** Whatever is published, each cell of the finest table keeps its *whole* bracket, and each
published or asked sum keeps at least `base` possible values. Proven by pairs of tables of whole numbers that
fit everything published and lie at the two ends (`polytope`: found by HiGHS, checked exactly).

**What decides.** Suppressing a sum because of its own true value would itself tell something ("it is hidden,
so it must be extreme"). Here the way a sum is cut into brackets depends on nothing but what is already
published: with
[lo, hi] the values it can have,

- the lowest bracket is [lo, e] with the smallest end e on the grid (at or above the threshold) such that
publishing it would be safe;
- the highest is [s, hi] with the largest such start s;
- between them runs the plain grid; if they meet, nothing is published beyond [lo, hi], which everybody can
work out.

The truth only chooses among these brackets. A bracket between two safe ones is safe: take a table in the
lowest bracket and one in the highest, both with the cell at its lower end; on the way from one to the other
every sum between occurs, with the cell still there (and so for the upper end). For whole numbers this holds
where the system is a network; in general the proof at the end decides, and a table that fails it is not
released.

**A part of a sum, beside the sum** (first openings of a device, of all openings): both are asked, and what
the part leaves over is published as far as everybody can work it out, never closer (`Ask.rest`). Rounded, it
is a sum like any other and keeps `base` values. With noise, where each sum may be nobody unless it is shown,
the rest must be able to be 0 or certainly be at least the threshold (`_cut_with_rest`).

**Small systems.** Cells with brackets of the same width that count in the same sums are interchangeable:
only the sum of such a class matters. It can have a member at the lower end if the sum leaves room for it:
sum <= all lower ends + width x (members - 1), and one at the upper end if sum >= all lower ends + width. A
year's 200 ads x 12 channels become some hundred columns, in one part per channel.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from outreach.reach.protection import noise
from outreach.reach.protection.grouping import Ask, Fact, Part, lay_out, parts
from outreach.reach.protection.polytope import UNBOUNDED, InconsistentError, Polytope, Witness
from outreach.reach.protection.rounding import PROTECTS, SMALL, Bracket, floor, hidden_up_to, protect

__all__ = ["Ask", "Fact", "InconsistentError", "Proof", "Rules", "secure"]

#: Rounds of asking for many targets at once, and how few are asked for one by one at once.
_TILTS, _FEW = 4, 2


@dataclass(frozen=True)
class Rules:
    """How wide brackets are. `noise`: number of the ask, truth -> published value, at most `width` off."""

    base: int = 5
    threshold: int = 5
    secondary: bool = True
    primary: bool = True
    rounding: bool = True
    noise: Callable[[int, int], int] | None = None
    width: int = 0


@dataclass
class Proof:
    """What was proven: so many cells and sums, each with at least so many possible values."""

    targets: int = 0
    solved: int = 0
    #: Cells that were known more closely before (only if protections were off in the past).
    open: int = 0


def secure(
    fine: Sequence[Fact], facts: Sequence[Fact], asks: Sequence[Ask], rules: Rules
) -> tuple[list[Bracket], Proof]:
    """Brackets for all asks, in their order, and the proof that they tell nothing.

    Args:
        fine: the finest table: disjoint cells with both ends known.
        facts: other sums that were published.
        asks: the new sums; earlier ones get the finer brackets.

    Raises:
        InconsistentError: what was published cannot be true, or the proof failed.
    """
    proof = Proof()
    found: list[Bracket | None] = [None] * len(asks)
    if not rules.secondary:
        return [_plain(number, ask, rules) for number, ask in enumerate(asks)], proof
    for part in parts(fine, facts, asks):
        system = _System(part, asks, rules, proof)
        for number in part.asks:
            found[number] = system.publish(number)
        system.prove()
    return [bracket or Bracket(None, 0, None, PROTECTS) for bracket in found], proof


def _plain(number: int, ask: Ask, rules: Rules) -> Bracket:
    """What would be published without a look at anything else."""
    if rules.noise:
        value = rules.noise(number, ask.truth)
        if value < noise.least_shown(rules.threshold, rules.width):
            return Bracket(None, 0, noise.most_hidden(rules.threshold, rules.width), SMALL)
        return Bracket(value, value - rules.width, value + rules.width)
    return protect(ask.truth, 0, rules.base, rules.threshold, primary=rules.primary, rounding=rules.rounding)


class _System:
    """One part: its classes and sums as rows of a polytope."""

    def __init__(self, part: Part, asks: Sequence[Ask], rules: Rules, proof: Proof) -> None:
        self.rules, self.proof, self.asks = rules, proof, asks
        self.published: dict[int, Bracket] = {}
        layout = lay_out(part, asks)
        self.row_of = layout.row_of
        #: Rows of sums that others leave over: they may also be known to be large, before they are published.
        rests = {asks[number].rest for number in part.asks}
        self.rests = {row for atoms, row in layout.row_of.items() if atoms in rests}
        #: row -> the sums two witnesses must reach, or None: two witnesses so far apart as the base wants.
        self.wanted = {**layout.ends, **dict.fromkeys(layout.row_of.values())}
        if rules.noise:
            self.wanted |= self._nobodies(part)
        self.polytope = Polytope(layout.columns, layout.rows)
        for row in [row for row in self.wanted if not self._holds(row, list(self.polytope.witnesses))]:
            del self.wanted[row]
            self.proof.open += 1

    def _nobodies(self, part: Part) -> dict[int, tuple[int, int]]:
        """With noise: sums that can be small now must still be able to be as small when all is published."""
        found = {}
        for atoms in {self.asks[number].atoms for number in part.asks}:
            least = sum(cell.lower for cell in part.fine if cell.atoms <= atoms)
            if least < self.rules.threshold:
                found[self.row_of[atoms]] = (least, least + self.rules.base - 1)
        return found

    def publish(self, number: int) -> Bracket:
        """The bracket of one ask; the system knows it from now on."""
        ask = self.asks[number]
        row = self.row_of[ask.atoms]
        if row in self.published:  # the same sum under another name says the same
            return self.published[row]
        low = self.polytope.extreme(row, most=False)[row]
        high: int | None = self.polytope.extreme(row, most=True)[row]
        high = None if high is None or high >= UNBOUNDED else high
        bracket = self._cut(number, row, low, high)
        self.published[row] = bracket
        if bracket.lower >= self.rules.threshold and row in self.wanted:
            self.wanted[row] = None  # it was found to be large: no secret any more
        self.polytope.bound(row, max(low, bracket.lower), bracket.upper)
        self.polytope.forget()
        return bracket

    def _cut(self, number: int, row: int, low: int, high: int | None) -> Bracket:
        ask, base = self.asks[number], self.rules.base
        whole = self._shown(low, high)
        if ask.closed or (high is not None and high - low + 1 < 2 * base):
            return whole
        if self.rules.noise and ask.rest:
            return self._cut_with_rest(number, row, low, high) or whole
        end = max(hidden_up_to(base, self.rules.threshold), floor(low, base) + base - 1)
        while (high is None or end < high) and not self._safe(row, low, end):
            if high is None and not self._safe(row, low, None):  # no end would do
                return whole
            end += base
        if high is not None:
            start = floor(high, base)
            while start > end and not (high - start + 1 >= base and self._safe(row, start, high)):
                start -= base
            if end >= high or start <= end:
                return whole
        else:
            start = UNBOUNDED
        return self._choose(number, (low, end), (start, high))

    def _cut_with_rest(self, number: int, row: int, low: int, high: int | None) -> Bracket | None:
        """With noise, a part of a sum that is out already: what it leaves over may be nobody, or is large.

        Noisy values near the whole would say of the rest that it is 1 … threshold - 1, so all of them are one
        bracket, in which the rest can be 0. None: too little is left between that and what is hidden.
        """
        threshold, width, ask = self.rules.threshold, self.rules.width, self.asks[number]
        if (whole := self.row_of.get(ask.atoms | ask.rest)) is None or high is None:
            return None
        least = self.polytope.extreme(whole, most=False)[whole]
        end, start = noise.most_hidden(threshold, width), least - threshold - 2 * width + 1
        if end >= start or not (self._safe(row, low, end) and self._safe(row, start, high)):
            return None
        return self._choose(number, (low, end), (start, high))

    def _choose(self, number: int, lowest: tuple[int, int], highest: tuple[int, int | None]) -> Bracket:
        """The truth (or its noisy value) picks one of the brackets."""
        truth, base = self.asks[number].truth, self.rules.base
        if self.rules.noise is None:
            if truth <= lowest[1]:
                return self._shown(*lowest)
            if truth >= highest[0]:
                return self._shown(*highest)
            if not self.rules.rounding:
                return Bracket(truth, truth, truth)
            return self._shown(floor(truth, base), floor(truth, base) + base - 1)
        return self._noisy(self.rules.noise(number, truth), lowest, highest)

    def _noisy(self, value: int, lowest: tuple[int, int], highest: tuple[int, int | None]) -> Bracket:
        """What a noisy value is shown as: nothing between "may be nobody" and "at least the threshold"."""
        threshold, width = self.rules.threshold, self.rules.width
        if value < noise.least_shown(threshold, width) and lowest[0] < threshold:
            most = max(lowest[1], noise.most_hidden(threshold, width))
            return Bracket(None, 0, most if highest[1] is None else min(most, highest[1]), SMALL)
        if value + width <= lowest[1]:
            return self._shown(*lowest)
        if value - width >= highest[0]:
            return self._shown(*highest)
        upper = value + width if highest[1] is None else min(value + width, highest[1])
        return Bracket(value, max(value - width, lowest[0]), upper)

    def _shown(self, low: int, high: int | None) -> Bracket:
        base = self.rules.base
        low = floor(low, base)
        coarse = high is None or high - low + 1 > base
        if low < self.rules.threshold:
            small = high is not None and high <= hidden_up_to(base, self.rules.threshold)
            return Bracket(None, low, high, SMALL if small else PROTECTS)
        return Bracket(low, low, high, PROTECTS if coarse else "")

    def _safe(self, row: int, low: int, high: int | None) -> bool:
        """Whether everything stays as unknown as it must if this bracket were published."""
        before, wanted = self.polytope.bounds[row], self.wanted.get(row)
        if wanted and low >= self.rules.threshold:
            self.wanted[row] = None
        self.polytope.bound(row, low, high)
        try:
            known = self.polytope.fitting(row)
            self._spread(known)
            self._hand_on(row, known)
            return all(self._holds(target, known) for target in self.wanted)
        except InconsistentError:
            return False
        finally:
            self.polytope.bound(row, *before)
            if wanted:
                self.wanted[row] = wanted

    def _spread(self, known: list[Witness]) -> None:
        """Witnesses for many targets at once: tables with half of what is still open large and half small.

        Only saves asking for each target by itself; what these do not show, `_holds` asks for.
        """
        for bit in range(_TILTS):
            missing = [row for row in self.wanted if not self._shown_by(row, known)]
            if len(missing) <= _FEW:
                return
            up = {row: 1 if place >> bit & 1 else -1 for place, row in enumerate(missing)}
            known += [self.polytope.tilted({row: way * sign for row, sign in up.items()}) for way in (1, -1)]
            self.proof.solved += 2

    def _hand_on(self, giver: int, known: list[Witness]) -> None:
        """The same without a solver, from a table where one sum has much to give: to all at once, or each."""
        missing = [row for row in self.wanted if not self._shown_by(row, known)]
        if len(missing) <= _FEW:
            return
        known.append(self.polytope.extreme(giver, most=True))
        self.proof.solved += 1
        for rows in (missing, *([row] for row in missing)):
            if found := self.polytope.handed_on(rows, self.rules.base - 1):
                known.append(found)
                if len(rows) > 1:
                    return

    def _shown_by(self, row: int, known: list[Witness]) -> bool:
        """Whether these witnesses show a target at both ends already."""
        if not known:
            return False
        sums, wanted = [found[row] for found in known], self.wanted[row]
        if wanted is None:
            return max(sums) - min(sums) >= self.rules.base - 1
        return min(sums) <= wanted[0] and max(sums) >= wanted[1]

    def _holds(self, row: int, known: list[Witness]) -> bool:
        """Whether a target can be at both ends. New witnesses are added to `known`."""
        wanted, spread = self.wanted[row], self.rules.base - 1
        sums = [found[row] for found in known]
        if wanted is None and sums and max(sums) - min(sums) >= spread:
            return True
        if wanted is None:
            known += [self.polytope.extreme(row, most=most) for most in (False, True)]
            self.proof.solved += 2
            sums = [found[row] for found in known]
            return max(sums) - min(sums) >= spread
        for most, bound in ((False, wanted[0]), (True, wanted[1])):
            reached = (max(sums) >= bound if most else min(sums) <= bound) if sums else False
            if not reached:
                known.append(self.polytope.extreme(row, most=most))
                self.proof.solved += 1
                sums = [found[row] for found in known]
                if not most and row in self.rests and sums[-1] >= self.rules.threshold:
                    return True
                if not (sums[-1] >= bound if most else sums[-1] <= bound):
                    return False
        return True

    def prove(self) -> None:
        """At the end, with everything published: each target by its two witnesses."""
        known = list(self.polytope.witnesses)
        if self.rules.rounding:
            self._spread(known)
        for row in self.wanted:
            self.proof.targets += 1
            if self.rules.rounding and not self._holds(row, known):
                raise InconsistentError(f"row {row}")
