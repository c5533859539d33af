"""What staff do with partners: enter, change, invite, send links, stop. Saying yes is the partner's own."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from channels.models import HandOff, Partner, PartnerRequest
from channels.partners.participation import membership, preferences, requests

Status = Partner.Status
#: So long somebody who signed up counts as news for the city.
NEWS = datetime.timedelta(days=14)


@transaction.atomic
def save_partner(partner: Partner, *, invite: bool = False) -> Partner:
    """Store a partner. A new address has to say yes itself, and no old link works any more."""
    before = Partner.objects.filter(pk=partner.pk).first()
    moved = before is not None and before.email.casefold() != partner.email.casefold()
    if moved:
        partner.key_version += 1
        partner.confirmed_at = None
    partner.save()
    if (before is None and invite) or (moved and partner.status != Status.STOPPED):
        requests.invite(partner)
    elif before is not None and partner.status == Status.ACTIVE:
        preferences.save(partner)
        membership.catch_up(partner)
    return partner


def invite_all(partners: Iterable[Partner]) -> int:
    """Ask everybody who was entered and never asked."""
    asked = 0
    for partner in partners:
        requests.invite(partner)
        asked += 1
    return asked


def uninvited() -> Iterable[Partner]:
    """Entered by staff or a table, and not asked yet."""
    return Partner.objects.filter(status=Status.INVITED, invited_at=None)


def send_link(partner: Partner) -> None:
    """The magic link again, to the partner's own address."""
    requests.put(PartnerRequest.Purpose.LINK, partner.email, partner=partner)


@transaction.atomic
def renew_link(partner: Partner) -> None:
    """Every old link is dead; a new one goes out."""
    membership.revoke_links(partner)
    send_link(partner)


@dataclass(frozen=True)
class Search:
    """What somebody looks for in the list."""

    words: str = ""
    status: str = ""
    kind: str = ""
    language: str = ""

    def __bool__(self) -> bool:
        return any((self.words, self.status, self.kind, self.language))

    def finds(self, partner: Partner) -> bool:
        """Every word somewhere in what we know; capitals and umlauts as people mean them."""
        text = " ".join(
            (
                partner.name,
                partner.contact_name,
                partner.email,
                partner.audience,
                partner.note,
                *partner.districts,
            )
        ).casefold()
        return (
            all(word in text for word in self.words.casefold().split())
            and self.status in ("", partner.status)
            and self.kind in ("", partner.kind)
            and (not self.language or self.language in partner.languages)
        )


def signed_up_lately(partners: Iterable[Partner]) -> list[Partner]:
    """Those who came by themselves in the last two weeks."""
    since = timezone.now() - NEWS
    return [
        partner
        for partner in partners
        if partner.status == Status.ACTIVE
        and partner.invited_at is None
        and partner.confirmed_at
        and partner.confirmed_at >= since
    ]


def history(partner: Partner) -> dict[str, object]:
    """What went out and what was done with it, for the partner's staff page."""
    handoffs = HandOff.objects.filter(delivery__channel__partner=partner)
    counts = [(word, handoffs.filter(how=how).count()) for how, word in HandOff.How.choices]
    return {
        "handoffs": handoffs.select_related("delivery__version", "delivery__event")[:20],
        "handoff_counts": [(word, n) for word, n in counts if n],
        "invitation": partner.requests.filter(purpose=PartnerRequest.Purpose.INVITE).first(),
    }
