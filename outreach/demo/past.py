"""Gives the demo city a past: when things happened, and how often codes were opened. All of it invented.

Only this module writes counters that nobody caused, and only while the demo city is loaded.
"""

from __future__ import annotations

import datetime
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.utils import timezone

from channels.models import Approval, Delivery, Link, Partner
from channels.partners.handoffs import handing_off
from outreach.reach import releases
from outreach.reach.models import Counter, Kind, Medium
from postings.models import Event, Posting, State

_WEEK = datetime.timedelta(weeks=1)
_DAY = datetime.timedelta(days=1)
_HOUR = datetime.timedelta(hours=1)
_WEEKS_OF_REPORTS = 5


def backdate(posting: Posting, entry: dict[str, Any], now: datetime.datetime) -> None:
    """Move an ad's life into the past; the order of its steps stays."""
    decided = _office_hour(now - entry["weeks_ago"] * _WEEK, posting.pk)
    written = decided - 2 * _DAY - 3 * _HOUR
    Posting.objects.filter(pk=posting.pk).update(created_at=written, updated_at=decided)
    for version in posting.versions.all():
        version.created_at = written + version.number * _HOUR
        version.save(update_fields=["created_at"])
    posting.transitions.filter(to_state=State.IN_REVIEW).update(at=decided - 4 * _HOUR)
    posting.transitions.filter(to_state=State.PUBLISHED).update(at=decided)
    posting.links.update(created_at=decided)
    Approval.objects.filter(version__posting=posting).update(at=decided)
    deliveries = Delivery.objects.filter(version__posting=posting)
    deliveries.update(created_at=decided, due_at=decided, sent_at=decided)
    if posting.published_at:
        Posting.objects.filter(pk=posting.pk).update(published_at=decided)
    if posting.closed_at:
        closed = _office_hour(now - entry["closed_weeks_ago"] * _WEEK, posting.pk)
        posting.transitions.filter(to_state=State.CLOSED).update(at=closed)
        Posting.objects.filter(pk=posting.pk).update(closed_at=closed, updated_at=closed)
        endings = deliveries.filter(action=Delivery.Action.CLOSE)
        endings.update(created_at=closed, due_at=closed, sent_at=closed)
    posting.refresh_from_db()


def sent_long_ago(posting: Posting) -> None:
    """The ad's mails went out in the invented past: a first start sends nobody anything."""
    waiting = Delivery.objects.filter(version__posting=posting, state=Delivery.State.WAITING)
    waiting.update(state=Delivery.State.SENT, attempts=1)


def invited_long_ago(event: Event, now: datetime.datetime) -> None:
    """The same for invitations to events."""
    announced = _office_hour(now - 2 * _WEEK, event.pk)
    Event.objects.filter(pk=event.pk).update(
        announced_at=announced, created_at=announced - _DAY, updated_at=announced
    )
    event.links.update(created_at=announced)
    event.deliveries.update(created_at=announced, due_at=announced, sent_at=announced)
    event.deliveries.filter(state=Delivery.State.WAITING).update(state=Delivery.State.SENT, attempts=1)


def joined(partner: Partner, entry: dict[str, Any], now: datetime.datetime) -> Partner:
    """A partner as told in the file; invited and confirmed so many weeks ago."""
    for name, value in entry.items():
        if not name.endswith("_weeks_ago"):
            setattr(partner, name, value)
    for name in ("invited", "confirmed", "stopped"):
        if (weeks := entry.get(f"{name}_weeks_ago")) is not None:
            setattr(partner, f"{name}_at", _office_hour(now - weeks * _WEEK, len(partner.name)))
    partner.created_at = min(filter(None, (partner.invited_at, partner.confirmed_at, partner.created_at)))
    return partner


def hand_offs(entries: list[dict[str, Any]], postings: dict[str, Posting]) -> None:
    """What partners did with ads, some days after they came."""
    for entry in entries:
        delivery = Delivery.objects.get(
            version__posting=postings[entry["file"]],
            channel__partner__name=entry["partner"],
            action=Delivery.Action.PUBLISH,
        )
        handoff = handing_off.record(delivery, entry["how"], entry["way"])
        handoff.at = delivery.sent_at + entry["days"] * _DAY + 2 * _HOUR
        handoff.save(update_fields=["at"])


def open_links(posting: Posting, opened: dict[str, list[int]]) -> None:
    """Counters as if people had opened the codes, so many a week since publication."""
    links = {link.channel.name: link for link in posting.links.select_related("channel")}
    Counter.objects.bulk_create(
        counter for channel, weeks in opened.items() for counter in _counters(links[channel], weeks)
    )


def release_reports(now: datetime.datetime) -> None:
    """Release the invented figures week by week, by the rules that hold for real ones."""
    latest = releases.due_until(now)
    with quiet(releases.logger):
        for weeks in range(_WEEKS_OF_REPORTS, -1, -1):
            releases.release_due(releases.published_at(latest - weeks * _WEEK))


@contextmanager
def quiet(logger: logging.Logger) -> Iterator[None]:
    """Invented weeks are no news: they would bury the log-ins that are printed next."""
    before = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(before)


def _office_hour(moment: datetime.datetime, number: int) -> datetime.datetime:
    """The Wednesday before, at a time when people work, a little different for every number."""
    day = timezone.localdate(moment)
    wednesday = day - datetime.timedelta(days=(day.weekday() - 2) % 7)
    time = datetime.time(14 + number % 3, number * 17 % 60)
    return datetime.datetime.combine(wednesday, time, timezone.get_current_timezone())


def _counters(link: Link, weeks: list[int]) -> list[Counter]:
    first = timezone.localdate(link.created_at)
    return [
        Counter(
            link=link,
            slot=first + number * _WEEK + _DAY,
            kind=Kind.PERSON,
            medium=Medium.LINK,
            total=total,
        )
        for number, total in enumerate(weeks)
        if total
    ]
