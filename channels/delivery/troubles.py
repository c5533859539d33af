"""Switches channels off that are of no use any more, and on again once a person has settled it."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from channels.delivery.lane.pace import PATIENCE
from channels.models import Channel, Delivery, Destination
from channels.sending.waking import wake_workers

_LONGEST = 500


def switch_off(channel: Channel, sentence: str, now: datetime.datetime) -> None:
    """Nothing goes out on it any more; what waits goes another way when its turn comes."""
    channel.active, channel.trouble, channel.trouble_since = False, sentence[:_LONGEST], now
    Channel.objects.filter(pk=channel.pk, active=True).update(
        active=False, trouble=channel.trouble, trouble_since=now
    )


@transaction.atomic
def switch_on(channel: Channel) -> None:
    """A person settled the trouble: the channel sends again, at once."""
    Channel.objects.filter(pk=channel.pk).update(active=True, trouble="", trouble_since=None)
    channel.active, channel.trouble, channel.trouble_since = True, "", None
    forgive(channel)
    transaction.on_commit(wake_workers)


def forgive(channel: Channel) -> None:
    """Its lane starts afresh: no failures, no rest."""
    keys = Delivery.objects.filter(channel=channel).order_by().values("destination").distinct()
    Destination.objects.filter(pk__in=keys).update(failures=0, failing_since=None, blocked_until=None)


def failing_for_days(error: str) -> str:
    """What staff reads at a channel that was switched off after days."""
    sentence = _(
        "Seit {days} Tagen kommt hier nichts an, deshalb ist der Kanal abgeschaltet. "
        "Bitte klären Sie das mit dem Partner und schalten Sie den Kanal dann wieder ein."
    ).format(days=PATIENCE.days)
    return f"{error} {sentence}"
