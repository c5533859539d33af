"""Cost per opening, as a range: from released months only."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from outreach.reach.models import ChannelCost
from outreach.reach.reports import monthly
from outreach.reach.reports.spans import Span, total, with_chance


class Rate(NamedTuple):
    """A channel's cost beside its openings."""

    channel: str
    name: str
    amount: Decimal
    span: Span

    @property
    def range(self) -> tuple[float, float]:
        """Euros per opening: at least and at most (infinite if perhaps nobody opened)."""
        if self.span.upper is None:
            least = 0.0
        else:
            least = float(self.amount) / self.span.upper if self.span.upper else math.inf
        return least, float(self.amount) / self.span.lower if self.span.lower else math.inf

    @property
    def with_chance(self) -> tuple[float, float]:
        """The same, widened by chance (95 %)."""
        low, high = with_chance(self.span)
        return float(self.amount) / high if high else math.inf, float(self.amount) / low if low else math.inf


def rates(costs: Iterable[ChannelCost], found: monthly.Months) -> tuple[list[Rate], list[ChannelCost]]:
    """One rate per channel, and the costs whose months are not all released yet."""
    sums: dict[str, list[tuple[ChannelCost, Span]]] = {}
    waiting = []
    for cost in costs:
        released = monthly.between(found, cost.first, cost.last)
        if released is None:
            waiting.append(cost)
            continue
        key = str(cost.channel_id)
        span = total([month.get(key, Span(0, 0)) for month in released])
        sums.setdefault(key, []).append((cost, span))
    made = [
        Rate(
            key, pairs[0][0].channel.name, sum((cost.amount for cost, _span in pairs), Decimal()), _sum(pairs)
        )
        for key, pairs in sums.items()
    ]
    return sorted(made, key=lambda rate: (rate.range, rate.name)), waiting


def _sum(pairs: list[tuple[ChannelCost, Span]]) -> Span:
    return total(span for _cost, span in pairs)


def groups(found: list[Rate]) -> list[list[Rate]]:
    """From cheap to dear. Everyone in a group is surely cheaper than everyone in the next one."""
    made: list[list[Rate]] = []
    ceiling = 0.0
    for rate in sorted(found, key=lambda one: one.with_chance):
        least, most = rate.with_chance
        if not made or least > ceiling:
            made.append([])
            ceiling = most
        made[-1].append(rate)
        ceiling = max(ceiling, most)
    return made


def in_cents(ends: tuple[float, float]) -> tuple[float, float]:
    """A range of euros rounded outwards, so that the true value lies in what is shown."""
    return _cents(ends[0], ROUND_FLOOR), _cents(ends[1], ROUND_CEILING)


def _cents(value: float, rounding: str) -> float:
    if math.isinf(value):
        return value
    return float(Decimal(repr(value)).quantize(Decimal("0.01"), rounding))


def euros(value: float) -> str:
    """ "1,25 €"."""
    return f"{number_format(value, 2, force_grouping=True)} €"


def told(rate: Rate) -> str:
    """ "0,80 € bis 1,20 €", "mindestens 0,80 €"."""
    least, most = in_cents(rate.range)
    if math.isinf(least):
        return _("noch kein Aufruf")
    if math.isinf(most):
        return _("mindestens {least}").format(least=euros(least))
    return _("{least} bis {most}").format(least=euros(least), most=euros(most))
