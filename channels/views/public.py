"""Public pages: no cookie, no session, no redirect; the language is the address's, never the browser's."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from channels.public import ad as public_ad
from channels.public.similar import similar
from channels.public.sitemap import sitemap_xml
from channels.renditions import html
from outreach.addresses import absolute
from postings.factlist import factlist
from postings.models import Event, Posting

PER_PAGE = 25
LANGUAGES = frozenset({"de"})  # fact sheets in more languages come with their own issue
_ON_CARDS = frozenset({"pay", "hours", "language", "deadline"})


@require_safe
def postings(request: HttpRequest) -> HttpResponse:
    """The open jobs, and the next open days."""
    query = request.GET.get("q", "").strip()[:100]
    found = _matching(query).order_by("-published_at", "-pk")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("seite") or request.GET.get("page"))
    context = {
        "page_obj": page,
        "cards": [_card(posting) for posting in page],
        "q": query,
        "events": Event.objects.announced().upcoming(timezone.now())[:5],
    }
    return _page(request, "public/postings.html", context)


@require_safe
def posting(request: HttpRequest, slug: str, language: str = "de") -> HttpResponse:
    """One ad; a closed one stays, says so, and shows what is open."""
    ad = Posting.objects.public().select_related("approved").filter(slug=slug).first()
    if ad is None or ad.approved is None or language not in LANGUAGES:
        return _page(request, "public/not_found.html", {}, status=404)
    context = public_ad.page(ad, public_ad.code_in(request.GET), timezone.localdate())
    if not context["open"]:
        context["similar"] = [_card(other) for other in similar(ad, _open_postings())]
    return _page(request, "public/posting.html", context)


@require_safe
def event(request: HttpRequest, slug: str) -> HttpResponse:
    """An announced open day."""
    found = Event.objects.announced().filter(slug=slug).first()
    if found is None:
        return _page(request, "public/not_found.html", {}, status=404)
    advertised = found.postings.open().exclude(deadline__lt=timezone.localdate()).select_related("approved")
    context = {
        "event": found,
        "description": html.render(found.description),
        "cards": [_card(posting) for posting in advertised],
        "over": found.ends_at < timezone.now(),
    }
    return _page(request, "public/event.html", context)


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Addresses of the open ads for search engines."""
    return HttpResponse(sitemap_xml(_open_postings()), content_type="application/xml; charset=utf-8")


@require_safe
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may read the ads; the staff pages and the counted links are not for them."""
    lines = [
        "User-agent: *",
        "Allow: /stellen/",
        "Allow: /static/",
        "Disallow: /l/",
        "Disallow: /q/",
        "Disallow: /konto/",
        f"Sitemap: {absolute(reverse('public:sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _open_postings() -> QuerySet[Posting]:
    today = timezone.localdate()
    return Posting.objects.open().exclude(deadline__lt=today).select_related("approved")


def _matching(query: str) -> QuerySet[Posting]:
    """Open ads with every word. Spellings are tried one by one: SQLite's LIKE knows no "Ä" for "ä"."""
    found = _open_postings()
    for word in query.split():
        fits = Q()
        for spelling in {word, word.lower(), word.capitalize(), word.upper()}:
            fits |= Q(title__icontains=spelling) | Q(approved__text__icontains=spelling)
        found = found.filter(fits)
    return found


def _card(posting: Posting) -> dict[str, Any]:
    facts = [fact for fact in factlist(posting.approved.facts) if fact["key"] in _ON_CARDS]
    return {"posting": posting, "title": posting.approved.title, "facts": facts}


def _page(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    with translation.override("de"):
        return render(request, template, context, status=status)
