"""Why something would leave a feed, for the person who is asked."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from postings import amounts
from postings.models import Event, Posting, State, Transition


@dataclass(frozen=True)
class Leaving:
    """One entry that would vanish: its title, the reason, and whether we know one."""

    key: str
    title: str
    why: str
    known: bool = True


def leaving(keys: Iterable[str], now: datetime.datetime) -> list[Leaving]:
    """Reasons for these entries, the ones we do not know first."""
    keys = sorted(keys)
    found = {**_ads(_numbers(keys, "ad"), now), **_events(_numbers(keys, "event"))}
    gone = _("Warum, wissen wir nicht. Bitte lassen Sie das klären, bevor Sie zustimmen.")
    told = [
        found.get(key) or Leaving(key, _("Ein Eintrag, den es nicht mehr gibt"), gone, False) for key in keys
    ]
    return sorted(told, key=lambda entry: entry.known)


def unexplained(keys: Iterable[str], now: datetime.datetime) -> set[str]:
    """Those that would leave although nobody ended them."""
    return {entry.key for entry in leaving(keys, now) if not entry.known}


def events_over(keys: Iterable[str], now: datetime.datetime) -> set[str]:
    """Of these entries the events that took place already: they leave by themselves."""
    over = Event.objects.filter(pk__in=_numbers(keys, "event"), ends_at__lt=now)
    return {f"event:{pk}" for pk in over.values_list("pk", flat=True)}


def _numbers(keys: Iterable[str], kind: str) -> list[int]:
    return [int(key.partition(":")[2]) for key in keys if key.startswith(f"{kind}:")]


def _ads(numbers: list[int], now: datetime.datetime) -> dict[str, Leaving]:
    closings = Transition.objects.filter(posting__in=numbers, to_state=State.CLOSED).select_related("by")
    closed = {step.posting_id: step for step in closings.order_by("at", "pk")}
    told = {}
    for posting in Posting.objects.filter(pk__in=numbers):
        why, known = _why(posting, closed.get(posting.pk), now)
        told[f"ad:{posting.pk}"] = Leaving(f"ad:{posting.pk}", posting.title, why, known)
    return told


def _why(posting: Posting, step: Transition | None, now: datetime.datetime) -> tuple[str, bool]:
    if posting.state == State.CLOSED and step and step.by:
        sentence = _("Geschlossen am {day} von {name}.")
        return sentence.format(day=_day(step.at), name=step.by.display_name), True
    if posting.deadline and posting.deadline < timezone.localdate(now):
        return _("Der Bewerbungsschluss war am {day}.").format(day=amounts.day(posting.deadline)), True
    if posting.state == State.CLOSED:
        return _("Geschlossen."), True
    return _("Die Stelle ist noch offen. Warum sie fehlt, wissen wir nicht."), False


def _events(numbers: list[int]) -> dict[str, Leaving]:
    return {f"event:{event.pk}": _event(event) for event in Event.objects.filter(pk__in=numbers)}


def _event(event: Event) -> Leaving:
    key = f"event:{event.pk}"
    if event.cancelled_at:
        return Leaving(key, event.title, _("Abgesagt am {day}.").format(day=_day(event.cancelled_at)))
    return Leaving(key, event.title, _("Der Termin steht noch. Warum er fehlt, wissen wir nicht."), False)


def _day(moment: datetime.datetime) -> str:
    return amounts.day(timezone.localdate(moment))
