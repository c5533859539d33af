"""Writes outcomes down: many rows in few statements, inside the caller's transaction."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Iterable
from typing import Any

from django.db.models import F, QuerySet
from django.utils import timezone

from channels.delivery import detours, troubles
from channels.delivery.outcomes import Entry, Outcome, Sign, State
from channels.models import Delivery

log = logging.getLogger(__name__)
_LONGEST_ERROR = 500


def mark(keys: list[int], token: str) -> set[int]:
    """From now on these rows may be on their way. Leaves out what was cancelled meanwhile."""
    rows = Delivery.objects.filter(pk__in=keys, state=State.WAITING)
    done = rows.update(state=State.SENDING, lease_owner=token, attempts=F("attempts") + 1)
    if done == len(keys):
        return set(keys)
    return set(_marked(keys, token).values_list("pk", flat=True))


def unmark(keys: Iterable[int], token: str) -> None:
    """They were not tried after all."""
    _marked(list(keys), token).update(state=State.WAITING, attempts=F("attempts") - 1)


def write(entries: list[Entry], token: str) -> None:
    """Every row's outcome, if the row is still this worker's."""
    now = timezone.now()
    smooth = []
    for entry in entries:
        if entry.sent and entry.outcome.state == State.SENT and not entry.outcome.remote:
            smooth.append(entry.delivery.pk)
        else:
            _write_one(entry, token, now)
    if smooth:
        _check(smooth, _ours(smooth, token).update(**_changes(Outcome(State.SENT), now)))


def _write_one(entry: Entry, token: str, now: datetime.datetime) -> None:
    delivery, outcome = entry.delivery, entry.outcome
    if entry.sent:
        mine = _ours([delivery.pk], token)
    else:
        mine = Delivery.objects.filter(pk=delivery.pk, state=State.WAITING)
    if not mine.update(**_changes(outcome, now)):
        _check([delivery.pk], 0)
        return
    if outcome.sign is Sign.GONE:
        troubles.switch_off(delivery.channel, outcome.error, now)
    if outcome.state == State.FAILED:
        detours.take(delivery)


def _changes(outcome: Outcome, now: datetime.datetime) -> dict[str, Any]:
    changes: dict[str, Any] = {"state": outcome.state, "error": outcome.error[:_LONGEST_ERROR]}
    if outcome.state == State.SENT:
        changes |= {"sent_at": now, "unclear_since": None}
    if outcome.remote:
        changes["remote"] = outcome.remote
    if outcome.due_at:
        changes["due_at"] = outcome.due_at
    if outcome.unclear_since:
        changes["unclear_since"] = outcome.unclear_since
    return changes


def _ours(keys: list[int], token: str) -> QuerySet[Delivery]:
    """Also what was called unconfirmed because the lease ran out while we were sending."""
    return _marked(keys, token, State.SENDING, State.UNCONFIRMED)


def _marked(keys: list[int], token: str, *states: str) -> QuerySet[Delivery]:
    return Delivery.objects.filter(pk__in=keys, lease_owner=token, state__in=states or [State.SENDING])


def _check(keys: list[int], written: int) -> None:
    if written != len(keys):
        log.warning("of the deliveries %s, some were taken over by another worker", keys)
