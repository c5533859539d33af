"""Leases on lanes: of all workers, one at a time sends along a lane."""

from __future__ import annotations

import datetime
import os
import uuid
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest

from channels.delivery.lane import orphans
from channels.delivery.lane.pace import Bucket, Fuse
from channels.models import Delivery, Destination

State = Delivery.State

#: Longer than any single send may take; renewed between sends.
LEASE = datetime.timedelta(minutes=3)


@dataclass
class Lane:
    """A leased lane: what its row said when it was claimed, changed by what happens on it."""

    pk: int
    key: str
    #: Names this worker's time on the lane; rows it sends carry it.
    token: str
    bucket: Bucket
    fuse: Fuse


def claim(now: datetime.datetime, *, orphaned: bool = False) -> Lane | None:
    """Lease the free lane whose next message has waited longest (or one with a dead worker's rows)."""
    rows = Delivery.objects.filter(state=State.SENDING) if orphaned else Delivery.objects.due(now)
    lanes = _with_first(rows).filter(_free(now)).order_by("first")
    lost: list[int] = []
    while (pk := lanes.exclude(pk__in=lost).values_list("pk", flat=True).first()) is not None:
        with transaction.atomic():
            if lane := _lease(pk, now):
                return lane
        lost.append(pk)  # another worker was quicker
    return None


def claim_this(pk: int, now: datetime.datetime) -> Lane | None:
    """Lease this one lane if nobody has it, even if it rests."""
    with transaction.atomic():
        return _lease(pk, now, resting=True)


def _lease(pk: int, now: datetime.datetime, *, resting: bool = False) -> Lane | None:
    """The row is locked and looked at again: of two workers who chose it, one gets it."""
    free = _unleased(now) if resting else _free(now)
    locked = Destination.objects.select_for_update(skip_locked=True)
    destination = locked.filter(free, pk=pk).first()
    if destination is None:
        return None
    token = f"{os.getpid()}:{uuid.uuid4().hex}"
    last_sign = destination.lease_until and destination.lease_until - LEASE
    orphans.settle(destination, now, last_sign or now)
    Destination.objects.filter(pk=pk).update(lease_owner=token, lease_until=now + LEASE)
    return Lane(
        pk=pk,
        key=destination.key,
        token=token,
        bucket=Bucket(destination.tokens, destination.refilled_at),
        fuse=Fuse(destination.failures, destination.failing_since, destination.blocked_until),
    )


def renew(lane: Lane, now: datetime.datetime) -> bool:
    """Keep the lease, and write what happened on the lane. False: somebody else has it by now."""
    return bool(_mine(lane).update(**_news(lane), lease_until=now + LEASE))


def release(lane: Lane) -> None:
    """Let go; the next worker may have it."""
    _mine(lane).update(**_news(lane), lease_until=None, lease_owner="")


def next_moment(now: datetime.datetime, until: datetime.datetime) -> datetime.datetime | None:
    """When before `until` something can be sent again, if at all."""
    ready = Greatest("first", Coalesce("blocked_until", F("first")))
    lanes = _with_first(Delivery.objects.due(until)).filter(_unleased(now)).annotate(ready=ready)
    return lanes.filter(ready__lte=until).aggregate(first=Min("ready"))["first"]


def _with_first(rows: QuerySet[Delivery]) -> QuerySet[Destination]:
    """The lanes of these rows, each with the moment its `first` one is due.

    Asked lane by lane, by its index: there are few lanes, and sometimes thousands of rows in each.
    """
    of_lane = rows.filter(destination=OuterRef("pk")).order_by("due_at").values("due_at")[:1]
    return Destination.objects.annotate(first=Subquery(of_lane)).exclude(first=None)


def _mine(lane: Lane):
    return Destination.objects.filter(pk=lane.pk, lease_owner=lane.token)


def _news(lane: Lane) -> dict[str, object]:
    return {
        "tokens": lane.bucket.tokens,
        "refilled_at": lane.bucket.refilled_at,
        "failures": lane.fuse.failures,
        "failing_since": lane.fuse.failing_since,
        "blocked_until": lane.fuse.blocked_until,
    }


def _unleased(now: datetime.datetime) -> Q:
    return Q(lease_until=None) | Q(lease_until__lt=now)


def _free(now: datetime.datetime) -> Q:
    return _unleased(now) & (Q(blocked_until=None) | Q(blocked_until__lte=now))
