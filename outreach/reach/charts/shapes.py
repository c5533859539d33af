"""What a chart shows, as plain data: ranges, never points that pretend to be exact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Bar(NamedTuple):
    """One range with its name: the truth lies in lower..upper; `upper` None: nobody knows how far up."""

    label: str
    lower: float
    upper: float | None
    #: As people read it ("20 bis 29", "unter 5").
    value: str


@dataclass(frozen=True)
class Bars:
    """Ranges below each other. Bars of one group cannot be told apart; groups stand apart."""

    title: str
    unit: str
    #: Heading (may be empty) and bars of each group, in order.
    groups: tuple[tuple[str, tuple[Bar, ...]], ...]
    #: What the solid and the hatched part of a bar mean, in words.
    legend: tuple[str, str]
    #: Between thousands on the axis: "." in German, "," in English.
    separator: str = "."


@dataclass(frozen=True)
class Panel:
    """One small chart of a trend: a subject and one bar per period, named as `Trend.periods`."""

    label: str
    bars: tuple[Bar, ...]
    #: Panels with the same word share a scale and can be compared.
    scale: str = ""


@dataclass(frozen=True)
class Trend:
    """The same periods for several subjects, one small chart each."""

    title: str
    unit: str
    periods: tuple[str, ...]
    panels: tuple[Panel, ...]
    legend: tuple[str, str]
    separator: str = "."


Chart = Bars | Trend
