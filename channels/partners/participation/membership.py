"""Who takes part: confirming, pausing, stopping, coming back. One transaction each."""

from __future__ import annotations

import datetime
import secrets

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from channels import publishing, timing
from channels.models import Channel, Delivery, Partner, PartnerRequest
from channels.models.partner import NOBODY
from outreach.background import deletions
from outreach.words.recorded import recorded

Status = Partner.Status


@transaction.atomic
def confirm(partner: Partner) -> None:
    """The partner said yes from their own mailbox: from now on ads come, first what is still open."""
    partner.status = Status.ACTIVE
    partner.confirmed_at = timezone.now()
    partner.stopped_at = partner.paused_until = None
    partner.save(update_fields=["status", "confirmed_at", "stopped_at", "paused_until"])
    first_channel(partner)
    catch_up(partner)


@transaction.atomic
def stop(partner: Partner) -> bool:
    """Nothing goes to this partner any more. False if that was so already."""
    changes = {"status": Status.STOPPED, "stopped_at": timezone.now()}
    stopped = Partner.objects.filter(pk=partner.pk).exclude(status=Status.STOPPED).update(**changes)
    partner.refresh_from_db()
    waiting = Delivery.objects.filter(channel__partner=partner, state=Delivery.State.WAITING)
    with recorded():
        waiting.update(state=Delivery.State.CANCELLED, error=_("Der Partner hat sich abgemeldet."))
    return bool(stopped)


@transaction.atomic
def pause(partner: Partner, until: datetime.date | None) -> None:
    """Nothing is sent before that day; None ends the pause."""
    partner.paused_until = until
    partner.save(update_fields=["paused_until"])
    timing.replan(partner)


@transaction.atomic
def forget(partner: Partner) -> bool:
    """Delete what names a person; the organisation and what it got stay, without a way to write to it.

    Only after it left: False if it takes part or is being asked.
    """
    if partner.status != Status.STOPPED:
        return False
    PartnerRequest.objects.filter(email__iexact=partner.email).delete()
    partner.requests.all().delete()
    partner.email = f"geloescht-{partner.pk}@{NOBODY}"
    partner.contact_name = partner.phone = partner.note = partner.audience = ""
    partner.key_version += 1
    partner.save()
    deletions.note("partner-contact", 1)
    return True


def revoke_links(partner: Partner) -> None:
    """Every magic link given out so far is dead."""
    partner.key_version += 1
    partner.save(update_fields=["key_version"])


def catch_up(partner: Partner) -> None:
    """What is still open and was missed, on each of the partner's channels."""
    for channel in partner.channels.active():
        publishing.catch_up(channel)


def first_channel(partner: Partner) -> Channel:
    """A partner without any way gets mail; one who has a way keeps it."""
    found = partner.channels.active().first()
    if found:
        return found
    with recorded():
        name = _("E-Mail an {name}").format(name=partner.name)
    taken = Channel.objects.filter(name=name[:120]).exists()
    return Channel.objects.create(
        key=secrets.token_hex(16),
        name=f"{name[:110]} {partner.pk}" if taken else name[:120],
        kind="email",
        partner=partner,
    )
