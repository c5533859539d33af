"""`{% feed_links %}`: tells programs on a public page which feeds there are."""

from __future__ import annotations

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from channels.feeds.overview import Offer, Offers, of_channel, offers
from channels.models import Channel, FeedSnapshot

register = template.Library()


@register.simple_tag
def feed_links() -> SafeString:
    """`<link rel="alternate">` of the public feeds; of other media's channels the list of feeds tells."""
    made_for_it = [found for found in offers(Channel.objects.public().chosen()) if found.is_feed]
    found = [
        (each.mime, f"{channel.channel.name}: {each.name}", each.address)
        for channel in made_for_it
        for each in channel.formats
        if not each.file.startswith("jobs.")
    ]
    return format_html_join("", '<link rel="alternate" type="{}" title="{}" href="{}">', found)


@register.simple_tag
def feeds_of(channel: Channel) -> list[Offer]:
    """The formats of a channel with their addresses, its own first."""
    return of_channel(channel)


@register.filter
def made_as_feed(channel: Channel) -> bool:
    """True if the channel is a feed; all others can be fetched as one besides what they are for."""
    return Offers(channel, []).is_feed


@register.simple_tag
def last_agreement(channel: Channel) -> FeedSnapshot | None:
    """Who last let entries leave the channel's feeds, and when."""
    agreed = channel.snapshots.exclude(agreed_at=None).select_related("agreed_by").defer("body")
    return agreed.order_by("-agreed_at").first()
