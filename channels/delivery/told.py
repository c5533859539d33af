"""Which row told a channel of an ad or event first."""

from __future__ import annotations

from django.db.models import QuerySet

from channels.models import Delivery

State = Delivery.State


def announcements(delivery: Delivery) -> QuerySet[Delivery]:
    """The rows that were to tell this channel of the same ad or event in the first place."""
    if delivery.event_id:
        about = {"event": delivery.event_id}
    else:
        about = {"version__posting": delivery.version and delivery.version.posting_id}
    first = Delivery.objects.filter(channel=delivery.channel_id, action=Delivery.Action.PUBLISH, **about)
    return first.exclude(pk=delivery.pk).order_by("pk")


def delivery_told(delivery: Delivery) -> Delivery | None:
    """The row that told this channel of the ad or event; its `remote` names the post there."""
    return announcements(delivery).filter(state__in=[State.SENT, State.UNCONFIRMED]).last()
