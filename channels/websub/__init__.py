"""Our own WebSub hub (W3C): who subscribed to a feed gets it at once when it changes.

A subscription is a channel of the system kind `websub` that is never active, so that no ad is rendered
for it; what goes out are notes of the outbox: the question whether the subscription is meant, and the
whole feed after every change. `asking` takes requests, `subscriptions` keeps them, the adapter sends.
"""

from __future__ import annotations

from django.urls import reverse

from channels.feeds import naming
from channels.models import Channel
from channels.sending import console
from outreach.addresses import absolute


def hub_address() -> str:
    """Where subscribers ask."""
    return absolute(reverse("hub"))


def is_open() -> bool:
    """False while nothing may leave this machine: then there is no hub to advertise."""
    return not console.is_on()


def links(channel: Channel, file: str) -> str:
    """The value of a feed's `Link` header: where it is, and who tells of changes; empty without a hub."""
    if not is_open():
        return ""
    return f'<{hub_address()}>; rel="hub", <{naming.address(channel, file)}>; rel="self"'
