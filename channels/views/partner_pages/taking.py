"""An ad in every language: what a partner can copy, open in a messenger, print or take along."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from channels.models import Delivery, Partner
from channels.partners import page as partner_page
from channels.partners import tokens
from channels.partners.passing_on import packages
from channels.partners.passing_on.archive import file_name
from channels.renditions.forms import LOOKS, kept
from channels.views.partner_pages.answering import own_page
from channels.views.spreading.forms import as_file


@require_safe
@own_page
def every(request: HttpRequest, partner: Partner, pk: int) -> HttpResponse:
    """All languages of an ad, the partner's own first."""
    delivery = _own_ad(partner, pk)
    context = {**_context(partner, delivery), "choices": packages.choices(delivery)}
    return render(request, "partner/languages.html", context)


@require_safe
@own_page
def one(request: HttpRequest, partner: Partner, pk: int, language: str) -> HttpResponse:
    """The texts of one language to copy, and its files."""
    delivery = _own_ad(partner, pk)
    told = packages.told(delivery, language)
    if told is None:
        raise Http404
    context = {**_context(partner, delivery), "told": told, "code": language, "spoken": told.asked}
    if not told.held:
        context["texts"] = packages.texts(delivery, told)
    return render(request, "partner/language.html", context)


@require_safe
@own_page
def file(request: HttpRequest, partner: Partner, pk: int, language: str, name: str) -> HttpResponse:
    """One form in one language, the same bytes each time."""
    delivery = _own_ad(partner, pk)
    told = packages.told(delivery, language)
    if told is None or told.held or name not in LOOKS:
        raise Http404
    content = kept.file(told, packages.link(delivery, language), name)
    return as_file(content, name, f"{file_name(delivery.title)}-{language}-{name}")


def _own_ad(partner: Partner, pk: int) -> Delivery:
    delivery = partner_page.own_delivery(partner, pk)
    if delivery is None or delivery.version is None:
        raise Http404
    return delivery


def _context(partner: Partner, delivery: Delivery) -> dict[str, object]:
    return {"partner": partner, "token": tokens.page_token(partner), "delivery": delivery, "pk": delivery.pk}
