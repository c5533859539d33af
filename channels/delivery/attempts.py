"""Calls `send()`, outside of any transaction, and understands what comes of it."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable
from types import ModuleType
from typing import Any

from django.utils.translation import gettext as _

from channels.adapters import registry
from channels.delivery.lane.rows import Group
from channels.delivery.obstacles import last_moment
from channels.delivery.outcomes import Outcome, Sign, State
from channels.models import Delivery
from channels.sending import console, retries
from channels.sending.errors import SendError, Unconfirmed

log = logging.getLogger(__name__)
Clock = Callable[[], datetime.datetime]
#: A receiver that names a time is believed so often; then the usual waits hold at least.
_BELIEVED = 5


def attempt(group: Group, clock: Clock) -> Outcome:
    """Send the rows in one message and tell the one outcome of all."""
    first, started = group[0], clock()
    adapter = registry.get(first.channel.kind)
    try:
        remote = _send(adapter, group)
    except Unconfirmed as error:
        return _unclear(first, str(error), started, Sign.FAILING)
    except SendError as error:
        return _failure(first, error, clock())
    except Exception:  # an adapter's mistake must not stop the outbox
        log.exception("delivery %s failed unexpectedly", first.pk)
        return _unclear(first, _unexpected(), started, Sign.NOTHING)
    return Outcome(State.SENT, remote=remote or None, sign=Sign.WELL)


def _send(adapter: ModuleType, group: Group) -> dict[str, Any] | None:
    if console.replaces(adapter):
        return console.show(adapter, group)
    return adapter.send(group[0]) if len(group) == 1 else adapter.send_bundle(group)


def _failure(delivery: Delivery, error: SendError, now: datetime.datetime) -> Outcome:
    """Surely not sent this time."""
    if error.permanent:
        return Outcome(final_state(delivery), str(error), sign=Sign.GONE if error.gone else Sign.NOTHING)
    rest = error.not_before(now)
    sign = Sign.BUSY if rest else Sign.FAILING
    due_at = _next_try(delivery, now, rest)
    if due_at is None:
        state, words = final_state(delivery), _given_up(delivery, str(error))
    else:
        state, words = State.WAITING, str(error)
    return Outcome(state, words, due_at, sign=sign, rest_until=rest, ours=error.ours)


def final_state(delivery: Delivery) -> str:
    """Failed; but an earlier try may have arrived, and then a person is asked."""
    return State.UNCONFIRMED if delivery.unclear_since else State.FAILED


def _unclear(delivery: Delivery, error: str, now: datetime.datetime, sign: Sign) -> Outcome:
    """It may have arrived: again if the receiver will still recognise it, else a person is asked."""
    kind = delivery.channel.kind
    due_at = _next_try(delivery, now, None)
    if registry.always_recognises(kind):
        state = State.WAITING if due_at else State.FAILED
        return Outcome(state, error if due_at else _given_up(delivery, error), due_at, sign=sign)
    since = delivery.unclear_since or now
    if due_at and registry.is_repeatable(kind, due_at - since):
        return Outcome(State.WAITING, error, due_at, sign=sign, unclear_since=since)
    return Outcome(State.UNCONFIRMED, error, sign=sign)


def _next_try(
    delivery: Delivery, now: datetime.datetime, rest: datetime.datetime | None
) -> datetime.datetime | None:
    end = last_moment(delivery)
    due_at = retries.next_try(delivery.attempts, now, end)
    if due_at is None or rest is None:
        return due_at
    due_at = rest if delivery.attempts <= _BELIEVED else max(rest, due_at)
    return due_at if end is None or due_at < end else None


def _given_up(delivery: Delivery, error: str) -> str:
    sentence = _("Wir haben es {count}-mal versucht und hören jetzt auf.").format(count=delivery.attempts)
    return f"{error} {sentence}"


def _unexpected() -> str:
    return _("Beim Senden gab es einen unerwarteten Fehler. Bitte fragen Sie nach, ob die Nachricht ankam.")
