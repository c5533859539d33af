"""Turns a confirmed request into a partner who takes part."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from channels.models import Partner, PartnerRequest
from channels.partners.participation import membership

#: What the sign-up form asks; the same names as the partner's fields.
ASKED = (
    "name", "kind", "contact_name", "languages", "districts", "audience", "audience_size",
    "wants_ads", "wants_events",
)  # fmt: skip


@transaction.atomic
def join(request: PartnerRequest) -> Partner | None:
    """Two taps at once make one partner. None if the request was used in this moment."""
    if not PartnerRequest.objects.filter(pk=request.pk, used_at=None).update(used_at=timezone.now(), data={}):
        return None
    partner = request.partner or _signed_up(request)
    membership.confirm(partner)
    return partner


def _signed_up(request: PartnerRequest) -> Partner:
    """A new partner, or one we had before at this address, with what was typed now."""
    given = {name: request.data[name] for name in ASKED if name in request.data}
    known = Partner.objects.filter(email__iexact=request.email).order_by("pk").first()
    if known is None:
        return Partner.objects.create(**{**given, "name": free_name(given["name"])}, email=request.email)
    for name, value in given.items():
        if name != "name" and value not in ("", [], None):
            setattr(known, name, value)
    known.save()
    return known


def free_name(name: str, *, but: Any = None) -> str:
    """The name, with a number if another partner has it."""
    number, free = 1, name[:120]
    while Partner.objects.filter(name=free).exclude(pk=but).exists():
        number += 1
        free = f"{name[:110]} ({number})"
    return free
