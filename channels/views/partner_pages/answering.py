"""What all partner pages share: whose page it is, and headers that let nothing out."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt

from channels.models import Partner
from channels.partners import tokens
from channels.partners.forms import LinkForm, page_languages

View = Callable[..., HttpResponse]
HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store, private",
}
HOUR = 3600


def private(view: View) -> View:
    """Nothing is stored on the way, no address is handed on, no search engine keeps it.

    Without a cookie there is no session that a foreign page could misuse, so forms carry no CSRF token:
    what counts is the signed token in the address, which a foreign page does not know.
    """

    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with translation.override("de"):
            try:
                response = view(request, *args, **kwargs)
            except Http404:
                response = gone(request)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    return answer


def own_page(view: View) -> View:
    """The view gets the partner the token stands for; every other token leads to "send me a new link"."""

    @private
    @wraps(view)
    def answer(request: HttpRequest, token: str, *args: Any, **kwargs: Any) -> HttpResponse:
        partner = tokens.page_owner(token)
        if partner is None:
            return gone(request)
        with translation.override(_language(partner)):
            return view(request, partner, *args, **kwargs)

    return answer


def gone(request: HttpRequest) -> HttpResponse:
    """A link that is not (or no longer) good."""
    return render(request, "partner/gone.html", {"form": LinkForm()}, status=404)


def too_many(request: HttpRequest, name: str, *, from_one: int, from_all: int) -> bool:
    """Counts in memory only, by the pseudonym that replaced the address (`outreach.middleware.origin`)."""
    for key, most in ((f"{name}:{request.META.get('REMOTE_ADDR', '')}", from_one), (f"{name}:all", from_all)):
        cache.add(key, 0, HOUR)
        if cache.incr(key) > most:
            return True
    return False


def _language(partner: Partner) -> str:
    return partner.page_language if partner.page_language in dict(page_languages()) else "de"
