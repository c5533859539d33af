"""After days of failure, or when an address is gone, the owner is told elsewhere: by mail."""

from __future__ import annotations

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from channels.adapters import registry
from channels.models import Channel, Partner
from channels.models.delivery import NOTE
from channels.publishing import outbox
from channels.sending.waking import wake_workers
from channels.webhooks import endpoint
from outreach.addresses import absolute
from outreach.words.recorded import recorded

_KEY = "stoerungen"
_KIND = "trouble_notice"


def tell_owners() -> int:
    """Put a mail for every channel that was switched off; each trouble is told once. Returns how many."""
    off = Channel.objects.filter(active=False, trouble_since__isnull=False).exclude(trouble="")
    off = off.filter(partner__status=Partner.Status.ACTIVE).exclude(partner__email="")
    told = 0
    for channel in off.select_related("partner"):
        if _is_for_a_mail(channel):
            told += _tell(channel)
    return told


def _is_for_a_mail(channel: Channel) -> bool:
    """Not where the mail itself fails, and not while an address is only waiting for its proof."""
    adapter = registry.find(channel.kind)
    if adapter is None or getattr(adapter, "OWN_TWIN", False):
        return False
    return channel.kind != endpoint.KIND or endpoint.is_proven(channel)


@transaction.atomic
def _tell(channel: Channel) -> bool:
    with recorded():
        about = {"name": _("Nachrichten über Störungen"), "kind": _KIND, "active": False}
    notices, _made = Channel.objects.get_or_create(key=_KEY, defaults=about)
    key = f"trouble:{channel.pk}:{channel.trouble_since:%Y%m%dT%H%M%S}"
    if notices.deliveries.filter(key=f"{NOTE}{key}").exists():
        return False
    technical = ""
    if channel.kind == endpoint.KIND:
        technical = absolute(reverse("receivers:page", args=[endpoint.page_key(channel)]))
    outbox.put_note(notices, key, {"channel": channel.pk, "technical": technical})
    transaction.on_commit(wake_workers)
    return True
