"""What became of one delivery, ready to be written."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from channels.models import Delivery

State = Delivery.State


class Sign(Enum):
    """What an outcome says about the lane."""

    NOTHING = auto()
    WELL = auto()
    FAILING = auto()
    #: The receiver asked for patience.
    BUSY = auto()
    #: The receiver wants nothing on this channel any more.
    GONE = auto()


@dataclass(frozen=True)
class Outcome:
    """State and error of the row; when it is due again; what it says about the lane."""

    state: str
    error: str = ""
    due_at: datetime.datetime | None = None
    remote: dict[str, Any] | None = None
    sign: Sign = Sign.NOTHING
    #: The lane rests until then.
    rest_until: datetime.datetime | None = None
    #: It may have arrived at that time; it is only sent again while the receiver would recognise it.
    unclear_since: datetime.datetime | None = None
    #: The trouble is on our side: no receiver is switched off for it.
    ours: bool = False


@dataclass(frozen=True)
class Entry:
    """One row and its outcome. `sent`: the adapter was called, so the row is marked as ours."""

    delivery: Delivery
    outcome: Outcome
    sent: bool = True
