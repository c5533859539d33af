"""The channels of the demo year, the codes of its ads on them, and what was sent along them."""

from __future__ import annotations

import datetime
import random
import secrets
from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from channels import links
from channels.adapters import registry
from channels.models import Channel, Delivery, HandOff, Link, Partner
from outreach.demo import data, past
from outreach.demo.year.files import read
from postings.models import Event, Posting, State

#: Which share of the ads that a partner gets is passed on, as far as we are told.
HANDED_ON = 0.45


def channels(number: int, now: datetime.datetime) -> list[tuple[Channel, dict[str, Any]]]:
    """The first so many channels of the file with their entries; those of the demo city are used again."""
    return [(_channel(entry, now), entry) for entry in read("channels")["channels"][:number]]


def codes(
    subjects: Sequence[Posting | Event], ways: list[tuple[Channel, dict[str, Any]]], draw: random.Random
) -> list[Link]:
    """A code per ad or event, channel and language, as old as what it leads to."""
    made = [
        Link(
            code="".join(draw.choice(links.ALPHABET) for _ in range(links.LENGTH)),
            channel=channel,
            language=language,
            **_about(subject),
        )
        for subject in subjects
        for channel, entry in ways
        for language in entry["languages"]
    ]
    return Link.objects.bulk_create(made, batch_size=500)


def _about(subject: Posting | Event) -> dict[str, Any]:
    if isinstance(subject, Event):
        return {"event": subject, "created_at": subject.announced_at}
    return {"posting": subject, "created_at": subject.published_at}


def sent(postings: list[Posting], ways: list[tuple[Channel, dict[str, Any]]]) -> None:
    """The outbox's rows, all sent long ago. Open ads are really rendered where pages show them."""
    Delivery.objects.bulk_create(
        (_delivery(posting, channel) for posting in postings for channel, _entry in ways), batch_size=500
    )


def handed_on(
    postings: list[Posting], entries: dict[int, dict[str, Any]], now: datetime.datetime, draw: random.Random
) -> int:
    """Some ads were passed on by the partner who got them, a few days later; how many. `entries`: channel id
    -> its line in the file.
    """
    partners = [pk for pk, entry in entries.items() if "partner" in entry]
    told = Delivery.objects.filter(version__posting__in=postings, channel__in=partners).order_by("pk")
    made = [
        HandOff(
            delivery=delivery,
            how=draw.choice(HandOff.How.values),
            way=draw.choice(HandOff.Way.values),
            at=delivery.sent_at + datetime.timedelta(days=draw.randrange(6), hours=2),
        )
        for delivery in told
        if draw.random() < HANDED_ON
    ]
    return len(HandOff.objects.bulk_create(one for one in made if one.at < now))


def _delivery(posting: Posting, channel: Channel) -> Delivery:
    at = posting.published_at
    shown = posting.state == State.PUBLISHED and channel.public
    return Delivery(
        key=f"ad:{posting.pk}:publish",
        version=posting.current,
        channel=channel,
        action=Delivery.Action.PUBLISH,
        state=Delivery.State.SENT,
        rendition=registry.find(channel.kind).render(posting.current, channel) if shown else {},
        attempts=1,
        created_at=at,
        due_at=at,
        sent_at=at,
    )


def _channel(entry: dict[str, Any], now: datetime.datetime) -> Channel:
    known = Channel.objects.filter(name=entry["name"]).first()
    return known or Channel.objects.create(
        name=entry["name"],
        kind=entry["kind"],
        key=f"demojahr-{secrets.token_urlsafe(18)}",
        public=entry.get("public", False),
        partner=_partner(entry["partner"], now) if "partner" in entry else None,
        created_at=timezone.localtime(now) - datetime.timedelta(weeks=60),
    )


def _partner(name: str, now: datetime.datetime) -> Partner:
    known = Partner.objects.filter(name=name).first()
    if known is None:
        entry = next(entry for entry in data.read("partners")["partners"] if entry["name"] == name)
        known = past.joined(Partner(), entry, now)
        known.save()
    return known
