"""What the public page of an event shows, and which events and ads belong together."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from channels.renditions import html
from channels.renditions.events.entry import event_facts, when
from channels.renditions.events.jsonld import event_jsonld
from channels.renditions.jobposting import as_script
from outreach.addresses import absolute
from postings import events, families
from postings.documents.cleaning import one_line
from postings.models import Event, Posting

#: How many an ad's page, or that of a cancelled event, shows.
MOST = 3
#: A version never changes, so its families are read once: (pk, moment) -> families.
_families: dict[tuple[int, datetime.datetime], frozenset[str]] = {}
_MOST_KEPT = 2000
_ON_TOP = frozenset({"when", "where", "attendance", "languages"})


def page(event: Event, now: datetime.datetime) -> dict[str, Any]:
    """Context of the page. One that is over or called off asks nobody to register."""
    inviting = event.is_inviting(now)
    return {
        "event": event,
        "title": one_line(event.title),
        "inviting": inviting,
        "over": event.is_over(now) and not event.cancelled_at,
        "facts": [fact for fact in event_facts(event) if fact["key"] in _ON_TOP],
        "description": html.render(event.description),
        "moved": inviting and events.state(event, now) == events.State.CHANGED and event.previous_starts_at,
        "canonical": absolute(event.get_absolute_url()),
        "jsonld": "" if event.is_over(now) else as_script(event_jsonld(event)),
        "others": [] if inviting else others(event, now),
    }


def others(event: Event, now: datetime.datetime) -> list[dict[str, Any]]:
    """What else there is for those who wanted to come: first what advertises the same work."""
    candidates = Event.objects.inviting(now).exclude(pk=event.pk)
    ads = set(event.postings.values_list("pk", flat=True))
    ranked = sorted(candidates, key=lambda other: -_nearness(event, other, ads))
    return [_line(other) for other in ranked[:MOST]]


def next_ones(now: datetime.datetime) -> list[dict[str, Any]]:
    """What the list of jobs invites to."""
    return [_line(event) for event in Event.objects.inviting(now)[:5]]


def for_ad(posting: Posting, now: datetime.datetime) -> list[dict[str, Any]]:
    """Events at which one can get to know the work of this ad."""
    own = families_of(posting)
    found = [
        event
        for event in Event.objects.inviting(now).prefetch_related("postings")
        if own & set(event.families) or posting in event.postings.all()
    ]
    return [_line(event) for event in found[:MOST]]


def advertised(event: Event, open_ads: Iterable[Posting]) -> list[Posting]:
    """The open ads an event is for: those named, then others of its job families."""
    named = set(event.postings.values_list("pk", flat=True))
    wanted = set(event.families)
    chosen = [ad for ad in open_ads if ad.pk in named or wanted & families_of(ad)]
    return sorted(chosen, key=lambda ad: (ad.pk not in named, -ad.pk))


def families_of(posting: Posting) -> frozenset[str]:
    """The job families of an ad, as approved. "Other" is no family: it would join what is unlike."""
    version = posting.approved
    if version is None:
        return frozenset()
    key = (version.pk, version.created_at)
    if key not in _families:
        if len(_families) >= _MOST_KEPT:
            _families.clear()
        read = families.families_of(version.title, version.facts, version.text)
        _families[key] = frozenset(read) - {families.OTHER}
    return _families[key]


def _nearness(event: Event, other: Event, ads: set[int]) -> int:
    return len(set(event.families) & set(other.families)) + other.postings.filter(pk__in=ads).count()


def _line(event: Event) -> dict[str, Any]:
    return {
        "event": event,
        "title": one_line(event.title),
        "when": when(event),
        "place": one_line(event.place),
    }
