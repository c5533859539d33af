"""Signed links for partners: nothing to remember, nothing to guess, nothing stored.

A token says who it is for and what it is good for; each purpose has its own salt, so that none stands in
for another. The magic link dies when `key_version` is raised. Signing out must always work, also from an old
mail, but never from a mailbox that is no longer the partner's: its token names the address by a digest.
"""

from __future__ import annotations

import hashlib
from typing import Any

from django.core import signing
from django.urls import reverse

from channels.models import Delivery, HandOff, Partner
from outreach.addresses import absolute

#: What a partner mail belongs to for mail programs: all the city's mails to partners are one list.
LIST = "partnerpost"


def sign(purpose: str, content: Any) -> str:
    """Content that only we can have written, for an address."""
    return signing.Signer(salt=f"channels.partners.{purpose}", sep=".").sign_object(content)


def read(purpose: str, token: str) -> Any:
    """What was signed for this purpose, or None if it was not us."""
    try:
        return signing.Signer(salt=f"channels.partners.{purpose}", sep=".").unsign_object(token)
    except (signing.BadSignature, ValueError):
        return None


def page_token(partner: Partner) -> str:
    """The partner's magic link: good until the key is changed."""
    return sign("page", [partner.pk, partner.key_version])


def page_address(partner: Partner) -> str:
    """The partner's own page, for mails."""
    return absolute(reverse("partner:page", args=[page_token(partner)]))


def page_owner(token: str) -> Partner | None:
    """Whose page it is; None for every token that is not (or no longer) good."""
    pk, key_version = read("page", token) or (None, None)
    return Partner.objects.filter(pk=pk, key_version=key_version).first()


def leaving_token(partner: Partner) -> str:
    """For signing out: names the recipient and the list."""
    return sign("leave", [partner.pk, LIST, digest(partner.email)])


def leaving_address(partner: Partner) -> str:
    """Where a mail program posts to, and a person finds a button."""
    return absolute(reverse("partner:leave", args=[leaving_token(partner)]))


def leaver(token: str) -> Partner | None:
    """Who signs out; None if the token is not ours, or the address has changed since."""
    pk, list_name, mailbox = read("leave", token) or (None, "", "")
    partner = Partner.objects.filter(pk=pk).first()
    return partner if partner and list_name == LIST and mailbox == digest(partner.email) else None


def done_token(delivery: Delivery, way: str = HandOff.Way.MAIL) -> str:
    """For telling by one tap what was done with one ad; good for nothing else."""
    return sign("done", [delivery.pk, str(way)])


def done_address(delivery: Delivery, way: str = HandOff.Way.MAIL) -> str:
    """The one-button page, for the link in a mail or the QR code in a package."""
    return absolute(reverse("partner:done", args=[done_token(delivery, way)]))


def done_delivery(token: str) -> tuple[Delivery | None, str]:
    """Which message the token is about, and on which way it came."""
    pk, way = read("done", token) or (None, "")
    delivery = Delivery.objects.select_related("channel__partner").filter(pk=pk).first()
    return (delivery, way) if delivery and delivery.channel.partner else (None, "")


def digest(email: str) -> str:
    """Tells one address from another without naming it."""
    return hashlib.sha256(email.strip().lower().encode()).hexdigest()[:12]
