"""Partners, channels, their codes and what was delivered."""

from channels.models.channel import Channel
from channels.models.delivery import Delivery
from channels.models.link import Link
from channels.models.partner import Partner

__all__ = ["Channel", "Delivery", "Link", "Partner"]
