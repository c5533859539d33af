"""A channel's feeds as people choose them: every format with its address and what it is for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from channels.feeds import formats, naming
from channels.models import Channel


@dataclass(frozen=True)
class Offer:
    """One format of one channel."""

    file: str
    name: str
    purpose: str
    mime: str
    address: str
    href: str


@dataclass(frozen=True)
class Offers:
    """One channel with its formats, its own first."""

    channel: Channel
    formats: list[Offer]

    @property
    def is_feed(self) -> bool:
        """True if the channel was made to be fetched as a feed."""
        return hasattr(formats.own(self.channel), "FILE")


def offers(channels: Iterable[Channel]) -> list[Offers]:
    """Every format of these channels; first those that were made as feeds."""
    found = [Offers(channel, of_channel(channel)) for channel in channels]
    return sorted(found, key=lambda offer: not offer.is_feed)


def of_channel(channel: Channel) -> list[Offer]:
    """The channel's formats; the one it was made for comes first."""
    found = [_offer(channel, file) for file in formats.files()]
    own = getattr(formats.own(channel), "FILE", "atom.xml")
    return sorted(found, key=lambda offer: offer.file != own)


def _offer(channel: Channel, file: str) -> Offer:
    adapter, address = formats.adapter(channel, file), naming.address(channel, file)
    subscribe = getattr(adapter, "SCHEME", "")
    href = f"{subscribe}:{address.partition(':')[2]}" if subscribe else address
    mime = adapter.MIME.partition(";")[0]
    return Offer(file, adapter.NAME, adapter.ABOUT, mime, address, href)
