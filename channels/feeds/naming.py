"""What feeds and their entries are called, for people and for machines."""

from __future__ import annotations

import datetime
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from channels.models import Channel
from outreach.addresses import absolute, base
from outreach.profile import city
from postings.documents.cleaning import one_line
from postings.models import Event, Posting


def title(channel: Channel) -> str:
    """What the feed is called for people: "Stellen in Musterort: Newsletter"."""
    return one_line(_("Stellen in {town}: {channel}").format(town=city()["name"], channel=channel.name))


def calendar_title(channel: Channel) -> str:
    """What the calendar is called for people: "Termine in Musterort: Newsletter"."""
    return one_line(_("Termine in {town}: {channel}").format(town=city()["name"], channel=channel.name))


def publisher() -> str:
    """Who says so."""
    return one_line(city().get("official_name") or city()["name"])


def address(channel: Channel, file: str) -> str:
    """Where a channel's feed is fetched."""
    return absolute(reverse(f"feeds:{file.partition('.')[0]}", args=[channel.key]))


def channel_id(channel: Channel) -> str:
    """Permanent; does not give the key of a private feed away."""
    return _tag(channel.created_at, f"feed:{channel.pk}")


def posting_id(posting: Posting) -> str:
    """Permanent and the same in every feed."""
    return _tag(posting.created_at, f"stelle:{posting.pk}")


def event_id(event: Event) -> str:
    """Permanent and the same in every feed."""
    return _tag(event.created_at, f"termin:{event.pk}")


def _host() -> str:
    """The city's own host: it does not change when the service moves."""
    return urlsplit(city().get("website") or "").hostname or urlsplit(base()).hostname or "localhost"


def _tag(since: datetime.datetime, name: str) -> str:
    """A tag URI (RFC 4151)."""
    return f"tag:{_host()},{timezone.localdate(since).isoformat()}:{name}"
