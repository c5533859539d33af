"""What a dead worker had in hand: again if the receiver recognises it, else a person is asked."""

from __future__ import annotations

import datetime

from django.db.models import DateTimeField, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from channels.adapters import registry
from channels.models import Delivery, Destination
from outreach.words.recorded import recorded

State = Delivery.State


def settle(destination: Destination, now: datetime.datetime, last_sign: datetime.datetime) -> None:
    """Called with the lane locked and nobody on it. `last_sign`: when the worker was last seen."""
    left = Delivery.objects.filter(destination=destination, state=State.SENDING)
    again, soon, unclear = [], [], []
    for pk, kind, since in left.values_list("pk", "channel__kind", "unclear_since"):
        if registry.always_recognises(kind):
            again.append(pk)
        elif registry.is_repeatable(kind, now - (since or last_sign)):
            soon.append(pk)
        else:
            unclear.append(pk)
    if again:
        left.filter(pk__in=again).update(state=State.WAITING)
    if soon:
        since = Coalesce("unclear_since", Value(last_sign, DateTimeField()))
        left.filter(pk__in=soon).update(state=State.WAITING, unclear_since=since)
    if unclear:  # the old worker may still report: its token stays
        left.filter(pk__in=unclear).update(state=State.UNCONFIRMED, error=_abandoned())


@recorded()
def _abandoned() -> str:
    return _(
        "Der Dienst wurde beim Senden unterbrochen. "
        "Bitte fragen Sie beim Partner nach, ob die Nachricht ankam."
    )
