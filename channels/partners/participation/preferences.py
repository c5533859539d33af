"""What a partner wants, and how often. Only the partner's own choice ever leaves an ad out."""

from __future__ import annotations

import datetime
import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from channels import publishing, routing, timing
from channels.models import Delivery, Partner
from channels.partners.participation import membership
from channels.routing.choice import left_out
from outreach.words.recorded import recorded

FIELDS = (
    "wants_ads", "wants_events", "families", "languages", "districts", "rhythm", "weekly_cap",
    "quiet_from", "quiet_until", "quiet_days", "page_language",
)  # fmt: skip
_TIMES = ("quiet_from", "quiet_until")


def now(partner: Partner) -> dict[str, Any]:
    """How it is, in a form that can be signed and put back."""
    values = {name: getattr(partner, name) for name in FIELDS}
    return json.loads(json.dumps(values, cls=DjangoJSONEncoder))


@transaction.atomic
def save(partner: Partner) -> None:
    """Store changed preferences; what is no longer wanted is not sent, what is wanted again catches up."""
    before = Partner.objects.get(pk=partner.pk)
    partner.save(update_fields=list(FIELDS))
    _drop_unwanted(partner)
    timing.replan(partner)
    if _wider(before, partner) and partner.status == Partner.Status.ACTIVE:
        membership.catch_up(partner)


def _wider(before: Partner, after: Partner) -> bool:
    """Whether something comes now that was left out before."""
    return (
        (after.wants_ads and not before.wants_ads)
        or (after.wants_events and not before.wants_events)
        or set(after.families) != set(before.families)
    )


def restore(partner: Partner, values: dict[str, Any]) -> None:
    """Put back what `now` told."""
    for name in FIELDS:
        value = values.get(name)
        setattr(partner, name, datetime.time.fromisoformat(value) if name in _TIMES and value else value)
    save(partner)


def _drop_unwanted(partner: Partner) -> None:
    """What waits and is no longer wanted is called off; the end of an ad is told in any case."""
    waiting = Delivery.objects.filter(channel__partner=partner, state=Delivery.State.WAITING).exclude(
        action=Delivery.Action.CLOSE
    )
    today = timezone.localdate()
    off = [
        row.pk
        for row in waiting.select_related("version", "event")
        if not (
            _wants_ad(row, partner, today) if row.version else publishing.events.wants(partner, row.event)
        )
    ]
    with recorded():
        sentence = _("Der Partner möchte das nicht mehr bekommen.")
    still = Delivery.objects.filter(pk__in=off, state=Delivery.State.WAITING)
    still.update(state=Delivery.State.CANCELLED, error=sentence)


def _wants_ad(row: Delivery, partner: Partner, today: datetime.date) -> bool:
    return not left_out(routing.facts_of(row.version), partner, today)
