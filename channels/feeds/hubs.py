"""Who tells subscribers at once that a feed changed (WebSub). The one place feeds and hub meet."""

from __future__ import annotations

from channels import websub
from channels.models import Channel
from channels.websub import subscriptions


def of(channel: Channel) -> list[str]:
    """Addresses of the hubs that know this channel's feeds."""
    return [websub.hub_address()] if websub.is_open() else []


def tell(channel: Channel, file: str) -> None:
    """Called when a changed feed is stored, in the same transaction."""
    subscriptions.distribute(channel, file)
