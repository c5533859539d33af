"""`{% load routing %}`: reasons of a delivery in words, for pages and mails."""

from __future__ import annotations

from django import template

from channels.models import Delivery
from channels.routing import PACKAGE_NAMES, because, fits

register = template.Library()


@register.filter
def fits_you(delivery: Delivery) -> str:
    """For the partner: "Passt zu Ihnen, weil B1 reicht." """
    return fits(delivery.reasons)


@register.filter
def fits_partner(delivery: Delivery) -> str:
    """For staff: "Passt zum Partner Verein Brücke, weil B1 reicht." """
    return fits(delivery.reasons, delivery.channel.partner)


@register.filter
def reason_clause(reasons: list) -> str:
    """The reasons alone: "weil B1 reicht und weil Teilzeit möglich ist"."""
    return because(reasons)


@register.filter
def package_name(package: str) -> str:
    """ "poster" -> "Plakat zum Aushängen"."""
    return str(PACKAGE_NAMES.get(package, package))
