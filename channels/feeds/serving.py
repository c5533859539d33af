"""Keeps a channel's feeds up to date and serves them, each through the guard.

A feed is made when it is first fetched and made anew when what it was made of changed, at the latest on
request. Writers take turns on the snapshot's row, so any number of requests and workers do no harm.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import logging

from django.db import transaction
from django.templatetags.static import static
from django.utils import timezone, translation

from channels.feeds import contents, entries, formats, guard, hubs, naming, options, reasons
from channels.feeds.contents import Content, Present, Row
from channels.languages.spoken import spoken
from channels.models import Channel, FeedSnapshot
from outreach.addresses import base
from outreach.people.models import User
from outreach.profile import city

log = logging.getLogger(__name__)


def serve(channel: Channel, file: str, now: datetime.datetime | None = None) -> FeedSnapshot:
    """The feed as it may be served at this moment."""
    now = now or timezone.now()
    kept = FeedSnapshot.objects.filter(channel=channel, file=file).first()
    if kept and kept.source == _source(kept, channel, contents.present(channel, now), now):
        return kept
    return _renew(channel, file, now)


def refresh(now: datetime.datetime | None = None) -> int:
    """Make every feed anew that somebody fetches and that is stale, so that people learn early of a held
    one. Returns how many were."""
    now, renewed = now or timezone.now(), 0
    fetched = FeedSnapshot.objects.values("channel")
    for channel in Channel.objects.receiving().chosen().filter(pk__in=fetched):
        present = contents.present(channel, now)
        for kept in channel.snapshots.defer("body"):
            if kept.source != _source(kept, channel, present, now):
                _renew(channel, kept.file, now)
                renewed += 1
    return renewed


@transaction.atomic
def agree(channel: Channel, *, by: User, seen: str, now: datetime.datetime | None = None) -> bool:
    """A person lets the entries go they were shown (`seen`). False if it is not what is held any more."""
    now = now or timezone.now()
    held = FeedSnapshot.objects.held().filter(channel=channel).select_for_update()
    kept = list(held.order_by("pk"))
    if not kept or fingerprint(kept) != seen:
        return False
    for snapshot in kept:
        log.info("user %s let %s entries leave feed %s", by.pk, len(snapshot.held), snapshot.pk)
        snapshot.entries = {key: pk for key, pk in snapshot.entries.items() if key not in snapshot.held}
        snapshot.left, snapshot.held, snapshot.held_since = {}, {}, None
        snapshot.agreed_by, snapshot.agreed_at, snapshot.source = by, now, ""
        snapshot.save()
        _renew(channel, snapshot.file, now)
    return True


def fingerprint(kept: list[FeedSnapshot]) -> str:
    """Names what is held, so that nobody agrees to more than they saw."""
    told = sorted((snapshot.file, sorted(snapshot.held)) for snapshot in kept)
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]


@transaction.atomic
def _renew(channel: Channel, file: str, now: datetime.datetime) -> FeedSnapshot:
    """Ask the guard, write the feed, keep it."""
    own = FeedSnapshot.objects.select_for_update()
    kept, _made = own.get_or_create(channel=channel, file=file, defaults={"made_at": now})
    present = contents.present(channel, now)
    _decide(kept, present.rows, now)
    kept.source = _source(kept, channel, present, now)
    try:
        body = _write(kept, present)
    except Exception:  # a format's mistake: what was good stays, others go on
        if not kept.body:
            raise
        log.exception("feed %s of channel %s could not be written", file, channel.pk)
        return own.get(pk=kept.pk)
    if body != bytes(kept.body):
        kept.body, kept.made_at = body, now
        hubs.tell(channel, file)  # in this transaction, so that no change is lost on the way
    kept.save()
    return kept


def _decide(kept: FeedSnapshot, rows: list[Row], now: datetime.datetime) -> None:
    """What is in the feed from now on, what left it, and what is held back."""
    channel = kept.channel
    wanted = contents.wanted(rows, formats.adapter(channel, kept.file), channel)
    served = kept.entries
    over = {row.key for row in rows if row.over} | reasons.events_over(served, now)
    if not kept.held_since:  # while a person is asked, the clock stands
        kept.left = guard.still_counting(kept.left, now)
    gone = served.keys() - wanted.keys()
    held = guard.held_back(
        served=served.keys(),
        left=kept.left.keys(),
        wanted=wanted.keys(),
        over=over,
        unexplained=reasons.unexplained(gone, now),
        share=options.share(channel),
    )
    kept.held = {key: served[key] for key in sorted(held)}
    kept.held_since = (kept.held_since or now) if held else None
    left = {**kept.left, **dict.fromkeys(gone - held - over, now.isoformat())}
    kept.left = {key: moment for key, moment in left.items() if key not in wanted}
    kept.entries = {**wanted, **kept.held}


def _write(kept: FeedSnapshot, present: Present) -> bytes:
    """The bytes of the feed; the last good ones if a rendition that is held is gone."""
    channel = kept.channel
    with translation.override(spoken(channel.language)):
        content = _content(kept, present)
        if len(content.items) < len(kept.entries) and kept.body:
            return bytes(kept.body)
        return formats.adapter(channel, kept.file).write(content)


def _content(kept: FeedSnapshot, present: Present) -> Content:
    channel, items = kept.channel, contents.items(kept.entries.values())
    stones = [
        (naming.posting_id(posting), posting.closed_at)
        for posting in present.ended
        if f"ad:{posting.pk}" not in kept.entries
    ]
    moments = [channel.created_at, *(item.updated for item in items), *(when for _id, when in stones)]
    if kept.agreed_at:
        moments.append(kept.agreed_at)
    return Content(channel, kept.file, items, stones, max(moments), hubs.of(channel))


def _source(kept: FeedSnapshot, channel: Channel, present: Present, now: datetime.datetime) -> str:
    """Names everything the bytes depend on."""
    adapter = formats.adapter(channel, kept.file)
    told = {
        "entries": contents.wanted(present.rows, adapter, channel),
        "ended": [posting.pk for posting in present.ended],
        "over": [row.key for row in present.rows if row.over],
        "held until": str(timezone.localdate(now)) if kept.held_since else "",
        "channel": [channel.key, channel.name, channel.language, channel.options, channel.kind],
        "city": [base(), city()],
        "hubs": hubs.of(channel),
        "written by": [formats.edition(adapter), static(entries.STYLE)],
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()
