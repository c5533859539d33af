"""The funnel as pages show it, made of released tables alone."""

from __future__ import annotations

from typing import NamedTuple

from outreach.reach import released
from outreach.reach.funnel import bounds, steps
from outreach.reach.funnel.bounds import Range, Share
from outreach.reach.funnel.steps import Step
from outreach.reach.released import TOTAL, Figure, Table

CHANNELS, POSTINGS = "funnel-channel", "funnel-posting"
#: A table of openings of the same ads (those that began in the quarter), with sums by channel.
OPENINGS = "family-channel"
OPENINGS_OF_ADS = "posting-channel"
PAIRS = ((Step.STARTED, Step.FINISHED), (Step.FINISHED, Step.INVITED), (Step.INVITED, Step.HIRED))
NOTHING = Figure(None, 0, None)


class Passed(NamedTuple):
    """From one step to the next."""

    before: str
    after: str
    #: Whatever links people came by, of those who came by this channel: certain, and often wide.
    surely: Share | None
    #: What was told for the same code: true if everybody stays with one link.
    told: Share | None

    @property
    def words(self) -> tuple[str, str]:
        return steps.label(self.before), steps.label(self.after)


class Row(NamedTuple):
    """A channel or an ad: its figure at each step of `steps.SHOWN`, and what can be said in between."""

    key: str
    name: str
    figures: list[Figure]
    passed: list[Passed]


def quarters() -> list[str]:
    """The quarters that were released, the newest first."""
    return sorted(released.periods(CHANNELS), reverse=True)


def by_channel(quarter: str) -> tuple[Table, list[Row], Row] | None:
    """The table of a quarter, a row per channel, and all channels together. None: not released."""
    table = _of(CHANNELS, quarter)
    if table is None:
        return None
    clicks = _of(OPENINGS, quarter)
    opened = clicks.sums_by("channel") if clicks else {}
    whole = {step: table.cells.get((TOTAL, step), NOTHING) for step in steps.SHOWN}
    whole |= {"openings": released.add(opened.values()) if opened else NOTHING}
    rows = []
    for name, channel in sorted(_channels(table), key=lambda one: (one[1] == steps.NO_CODE, one)):
        mine = {step: table.cells.get((channel, step), NOTHING) for step in steps.SHOWN}
        mine |= {"openings": opened.get(channel, NOTHING)}
        rows.append(Row(channel, name, _in_order(mine), _of_channel(mine, whole)))
    return table, rows, Row(TOTAL, "", _in_order(whole), _of_all(whole))


def by_posting(posting: str) -> tuple[Table, Row] | None:
    """The latest release of an ad. None: not released yet."""
    for table in reversed(released.history(POSTINGS, posting=posting)):
        mine = {key[1]: figure for key, figure in table.inner().items()}
        if not mine:
            continue
        clicks = released.latest(OPENINGS_OF_ADS, posting=posting)
        mine["openings"] = released.add(clicks.inner().values()) if clicks else NOTHING
        row = Row(posting, table.label("posting", posting), _in_order(mine), _of_all(mine))
        return table, row
    return None


def ads(quarter: str) -> list[tuple[str, str]]:
    """The ads of a quarter: key and title."""
    table = _of(POSTINGS, quarter)
    found = {key[0] for key in table.inner()} if table else set()
    return sorted(((key, table.label("posting", key)) for key in found), key=lambda ad: (ad[1], ad[0]))


def _of(name: str, quarter: str) -> Table | None:
    return next(iter(released.history(name, periods=[quarter])), None)


def _channels(table: Table) -> set[tuple[str, str]]:
    """Name and key. What is no channel is named in the reader's language, not as on its day."""
    keys = {key[0] for key in table.inner()}
    frozen = {(table.label("channel", key), key) for key in keys - {steps.NO_CODE}}
    return frozen | {(str(steps.NO_CODE_NAME), key) for key in keys & {steps.NO_CODE}}


def _in_order(figures: dict[str, Figure]) -> list[Figure]:
    return [figures.get(step, NOTHING) for step in steps.SHOWN]


def _range(figure: Figure) -> Range:
    return Range(figure.lower, figure.upper)


def _of_channel(mine: dict[str, Figure], whole: dict[str, Figure]) -> list[Passed]:
    return [
        Passed(
            before,
            after,
            bounds.passed(_range(mine[before]), _range(whole[before]), _range(whole[after])),
            bounds.attributed(_range(mine[after]), _range(mine[before])),
        )
        for before, after in PAIRS
    ]


def _of_all(whole: dict[str, Figure]) -> list[Passed]:
    """Over all channels nobody changes the link: both are the same."""
    found = []
    for before, after in PAIRS:
        share = bounds.attributed(_range(whole.get(after, NOTHING)), _range(whole.get(before, NOTHING)))
        found.append(Passed(before, after, share, share))
    return found
