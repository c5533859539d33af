"""A partner's next way, when one fails for good: webhook or chat, then e-mail, then package."""

from __future__ import annotations

import logging
import secrets

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from channels import links
from channels.adapters import registry
from channels.languages.spoken import spoken
from channels.models import Channel, Delivery
from channels.publishing import outbox
from channels.renditions.feed_entry import feed_entry
from outreach.words.recorded import recorded

log = logging.getLogger(__name__)
_MAIL = "email"
State, Action = Delivery.State, Delivery.Action


def take(failed: Delivery) -> Delivery | None:
    """Put the same message on the partner's next way. None: there is none, or it goes that way already."""
    if not (failed.version_id or failed.event_id):
        return None
    for channel in next_ways(failed.channel) or _spare(failed.channel):
        known = Delivery.objects.filter(channel=channel, key=failed.key).first()
        if known is not None:
            if known.state in {State.FAILED, State.CANCELLED}:
                continue
            return None
        try:
            with transaction.atomic():
                if (substitute := _put(failed, channel)) is not None:
                    return substitute
        except Exception:  # a rendition's mistake must not keep the failure from being written down
            log.exception("delivery %s could not go by channel %s", failed.pk, channel.pk)
    return None


def next_ways(channel: Channel) -> list[Channel]:
    """The partner's other active channels behind this one, nearest first."""
    rank = registry.fallback_rank(channel.kind)
    if rank is None or channel.partner_id is None:
        return []
    others = Channel.objects.usable().filter(partner=channel.partner_id).select_related("partner")
    ranked = [(registry.fallback_rank(other.kind), other) for other in others]
    behind = [(other_rank, other.pk, other) for other_rank, other in ranked if (other_rank or 0) > rank]
    return [other for _rank, _pk, other in sorted(behind, key=lambda one: one[:2])]


def _spare(channel: Channel) -> list[Channel]:
    """A partner with nothing but a machine still has a mailbox: used for this, and for nothing else."""
    partner, rank = channel.partner, registry.fallback_rank(channel.kind)
    mail_rank = registry.fallback_rank(_MAIL)
    if partner is None or not partner.email or rank is None or mail_rank is None or rank >= mail_rank:
        return []
    if partner.channels.filter(kind=_MAIL).exists():  # switched off by a person, or for good reason
        return []
    with recorded():
        name = _("E-Mail an {name}, wenn anderes nicht geht").format(name=partner.name[:60])
    made = Channel.objects.create(
        key=f"ersatz-{secrets.token_hex(16)}",
        name=f"{name} ({partner.pk})",
        kind=_MAIL,
        partner=partner,
        language=channel.language,
        options={"spare": True},
    )
    return [made]


def _put(failed: Delivery, channel: Channel) -> Delivery | None:
    with translation.override(spoken(channel.language)):
        rendition = _rendition(failed, channel)
    if rendition is None:
        return None
    return outbox.put(
        channel,
        failed.action,
        rendition,
        version=failed.version,
        event=failed.event,
        reasons=failed.reasons,
        instead_of=failed,
    )


def _rendition(failed: Delivery, channel: Channel) -> dict | None:
    """The other medium's own words for the same message; None if it has none."""
    adapter = registry.get(channel.kind)
    if failed.event:
        render = getattr(adapter, "render_event", None)
        return render and render(failed.event, channel, failed.action)
    links.code_for(failed.version.posting, channel, channel.language)
    if failed.action == Action.CLOSE:
        render = getattr(adapter, "render_close", None)
        return render and render(failed.version, channel)
    return {**adapter.render(failed.version, channel), "feed_entry": feed_entry(failed.version, channel)}
