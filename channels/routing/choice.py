"""What a partner chose for itself. Only this leaves a partner out; no rule, no fact of the ad does."""

from __future__ import annotations

import datetime

from django.utils.translation import gettext as _

from channels.models.partner import Partner
from channels.routing.facts import AdFacts
from postings.families import OTHER


def left_out(ad: AdFacts, partner: Partner | None, today: datetime.date) -> str:
    """The partner's own choice against this ad in words, or nothing."""
    if partner is None:
        return ""
    if partner.status == Partner.Status.STOPPED:
        return _("hat sich abgemeldet")
    if partner.status != Partner.Status.ACTIVE:
        return _("hat noch nicht zugesagt")
    if not partner.wants_ads:
        return _("möchte keine Stellen bekommen")
    if partner.families and not _asked_for(ad, partner):
        return _("hat andere Berufsfelder gewählt")
    return ""


def _asked_for(ad: AdFacts, partner: Partner) -> bool:
    """An ad whose field nobody could tell is sent: the choice of a field is not a choice against it."""
    return OTHER in ad.families or bool(set(ad.families) & set(partner.families))
