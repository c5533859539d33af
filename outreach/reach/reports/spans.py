"""Ranges: what a reader may conclude from protected figures, and what follows for sums and shares."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from django.utils.formats import number_format
from django.utils.translation import gettext as _

#: Standard normal quantile of a two-sided 95 % interval.
_Z = 1.959964


class FigureLike(Protocol):
    """A published figure (`outreach.reach.released.Figure`)."""

    @property
    def value(self) -> int | None: ...
    @property
    def lower(self) -> int: ...
    @property
    def upper(self) -> int | None: ...


@dataclass(frozen=True)
class Span:
    """The truth lies in lower..upper, both included; `upper` None: no upper bound is known."""

    lower: int
    upper: int | None
    #: As published; None: hidden, or a sum that was never published itself.
    value: int | None = None
    #: One published cell, not a sum of ours.
    cell: bool = False

    @classmethod
    def of(cls, figure: FigureLike) -> Span:
        return _published(figure.lower, figure.upper, figure.value)

    @property
    def known(self) -> bool:
        """Something was certainly there."""
        return self.lower > 0

    def within(self, other: Span) -> Span:
        """What both allow: a published total and the sum of its parts hold the same truth."""
        uppers = [upper for upper in (self.upper, other.upper) if upper is not None]
        lower, upper = max(self.lower, other.lower), min(uppers, default=None)
        if upper is not None and upper < lower:  # released at different times: the published one counts
            return self
        return Span(lower, upper, self.value, cell=self.cell)


@lru_cache(maxsize=4096)
def _published(lower: int, upper: int | None, value: int | None) -> Span:
    """One for all cells that say the same: of tens of thousands few differ."""
    return Span(lower, upper, value, cell=True)


def total(spans: Iterable[Span]) -> Span:
    """The sum of ranges: as far as the parts allow, no further."""
    parts = list(spans)
    if len(parts) == 1:
        return parts[0]
    uppers = [part.upper for part in parts]
    known = [upper for upper in uppers if upper is not None]
    return Span(sum(part.lower for part in parts), sum(known) if len(known) == len(uppers) else None)


def with_chance(span: Span) -> tuple[float, float]:
    """The range widened by chance (95 %), as if each opening came by itself.

    Byar's approximation of the exact Poisson limits (Breslow & Day 1987, vol. II, p. 69). People who open
    a link several times make the true scatter larger, so this is the least uncertainty there is.
    """
    return _widened(span.lower, math.inf if span.upper is None else span.upper)


@lru_cache(maxsize=4096)
def _widened(low: int, high: float) -> tuple[float, float]:
    """Of tens of thousands of ads few have a range of their own."""
    lower = low * (1 - 1 / (9 * low) - _Z / (3 * math.sqrt(low))) ** 3 if low else 0.0
    if high == math.inf:
        return lower, high
    more = high + 1
    return max(lower, 0.0), more * (1 - 1 / (9 * more) + _Z / (3 * math.sqrt(more))) ** 3


def shown(span: Span, threshold: int) -> str:
    """As people read it in a table: the published figure, "unter 5", or a range."""
    if span.cell and span.value is not None:
        return number_format(span.value, force_grouping=True)
    if span.upper is not None and span.upper < threshold and span.cell:
        return _("unter %(threshold)d") % {"threshold": threshold}
    return ranged(span)


def ranged(span: Span, threshold: int | None = None) -> str:
    """The range in words: "18 bis 22", "mindestens 18"."""
    if threshold is not None and span.upper is not None and not span.lower and span.upper < threshold:
        return _("unter %(threshold)d") % {"threshold": threshold}
    if not span.lower and span.upper is None:
        return _("verborgen")
    lower = number_format(span.lower, force_grouping=True)
    if span.upper is None:
        return _("mindestens %(number)s") % {"number": lower}
    if span.upper == span.lower:
        return lower
    upper = number_format(span.upper, force_grouping=True)
    return _("%(lower)s bis %(upper)s") % {"lower": lower, "upper": upper}


def share(part: Span, whole: Span) -> tuple[float, float]:
    """The least and the largest share (0 … 1) of a part in the whole that holds it, as both ranges allow."""
    least = part.lower / whole.upper if whole.upper else 0.0
    if part.upper is None:
        return least, 1.0
    most = part.upper / max(whole.lower, part.upper) if part.upper else 0.0
    return min(least, 1.0), most
