"""Counters and what was released from them. Nothing here belongs to a person."""

from outreach.reach.disclosure import models as _disclosure  # noqa: F401  (Django finds models from here)
from outreach.reach.funnel import models as _funnel  # noqa: F401  (Django finds models from here)
from outreach.reach.models.cost import ChannelCost
from outreach.reach.models.counter import Counter
from outreach.reach.models.deduplication import Deduplication
from outreach.reach.models.release import Frozen, LedgerEntry, Release, ReleasedFigure
from outreach.reach.opening.kinds import Kind, Medium
from outreach.reach.rollups.models import Filing, MonthCount, Rollup

__all__ = [
    "ChannelCost",
    "Counter",
    "Deduplication",
    "Filing",
    "Frozen",
    "Kind",
    "LedgerEntry",
    "Medium",
    "MonthCount",
    "Release",
    "ReleasedFigure",
    "Rollup",
]
