"""Mail to a partner, who passes the ad on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy

from channels.models import Channel, Delivery
from channels.partners import besides, letters
from channels.renditions.events.mail import event_mail
from channels.renditions.forms.package import package
from channels.renditions.mail import close_mail, publish_mail
from channels.sending.post import post
from postings.models import Event, PostingVersion

NAME = gettext_lazy("E-Mail an einen Partner")
NEEDS_PARTNER = True
SPEAKS = True
FALLBACK = 50
DEADLINE_TOLD = True
#: Mails have their own: `outreach.consolemail`.
OWN_TWIN = True


def render(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """What the mail says about the ad, and the package to pass on."""
    return {**package(version, channel), **publish_mail(version, channel)}


def render_close(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """The news that an ad ended early."""
    return close_mail(version, channel)


def render_event(event: Event, channel: Channel, action: str) -> dict[str, Any]:
    """An invitation, a change, a reminder or a cancellation."""
    return event_mail(event, channel, action)


def send(delivery: Delivery) -> dict[str, Any] | None:
    """One ad or event; a repeated try carries the same Message-ID."""
    post(letters.about(delivery))
    return besides.record([delivery]) or None


def send_bundle(deliveries: Sequence[Delivery]) -> dict[str, Any] | None:
    """Several ads and events in one mail: a digest, or all that is still open."""
    post(letters.about_several(deliveries))
    return besides.record(list(deliveries)) or None
