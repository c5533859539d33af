"""Channels whose lane takes a rest, since the receiver took nothing in."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.utils import timezone

from channels.adapters import registry
from channels.models import Channel, Destination


def resting_lanes(channels: Iterable[Channel]) -> dict[int, datetime.datetime]:
    """Channel -> the moment of the next try, for those whose last messages failed."""
    lanes = {channel.pk: registry.lane(channel) for channel in channels if registry.sends(channel.kind)}
    failing = Destination.objects.filter(key__in=lanes.values(), failures__gt=0)
    until = dict(failing.filter(blocked_until__gt=timezone.now()).values_list("key", "blocked_until"))
    return {pk: until[key] for pk, key in lanes.items() if key in until}
