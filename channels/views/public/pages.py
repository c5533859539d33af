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

from channels import languages
from channels.public import ad as public_ad
from channels.public import event as public_event
from channels.public import listing
from channels.public import poster as public_poster
from channels.public.ad import Strings
from channels.public.similar import similar
from channels.public.sitemap import sitemap_xml
from channels.renditions import poster
from channels.renditions.events.calendar_file import calendar_file
from outreach.addresses import absolute
from postings.factlist import factlist
from postings.models import Event, Posting

PER_PAGE = 25
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
        "events": public_event.next_ones(timezone.now()),
        "languages": listing.other_languages("de", public_ad.code_in(request.GET)),
        "canonical": absolute(reverse("public:postings")),
    }
    return _page(request, "public/postings.html", context)


@require_safe
def postings_in(request: HttpRequest, language: str) -> HttpResponse:
    """The open jobs for readers of another language: its words, and links that stay in it."""
    if language not in languages.codes() or language == listing.GERMAN:
        return _page(request, "public/not_found.html", {}, status=404)
    code, spoken = public_ad.code_in(request.GET), languages.get(language)
    page = Paginator(_open_jobs(), PER_PAGE).get_page(request.GET.get("page"))
    shown = listing.jobs(page, language, _ON_CARDS, code)
    context = {
        "page_obj": page,
        "jobs": shown,
        "lang": spoken,
        "strings": Strings(spoken),
        "languages": listing.other_languages(language, code),
        "unreviewed": listing.unreviewed(shown, language),
        "canonical": absolute(listing.address(language)),
    }
    return _page(request, "public/postings_in.html", context)


@require_safe
def posting(request: HttpRequest, slug: str, language: str = "de") -> HttpResponse:
    """One ad; a closed one stays, says so, and shows what is open."""
    ad = Posting.objects.public().select_related("approved").filter(slug=slug).first()
    if ad is None or ad.approved is None or language not in languages.codes():
        return _page(request, "public/not_found.html", {}, status=404)
    if language != "de":
        return _in_language(request, ad, language)
    context = public_ad.page(ad, public_ad.code_in(request.GET), timezone.localdate())
    context["events"] = public_event.for_ad(ad, timezone.now())
    if not context["open"]:
        context["similar"] = [_card(other) for other in similar(ad, _open_jobs())]
    return _page(request, "public/posting.html", context)


def _in_language(request: HttpRequest, ad: Posting, language: str) -> HttpResponse:
    """The facts and standard sentences in another language, the ad itself in German below."""
    code, today = public_ad.code_in(request.GET), timezone.localdate()
    context = public_ad.in_language(ad, code, languages.get(language), today)
    return _page(request, "public/factsheet.html", context)


@require_safe
def poster_pdf(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    """The poster of an open ad (`format` = a4 or a3); `k` is the code of the channel that hangs it up."""
    ad, paper = _open_ad(slug, language), request.GET.get("format", "a4")
    if ad is None or paper not in poster.PAPERS:
        return _page(request, "public/not_found.html", {}, status=404)
    sheet = public_poster.pdf(ad, languages.get(language), paper, public_ad.code_in(request.GET))
    return _file(sheet, "application/pdf", f"{ad.slug}-{language}-{paper}.pdf")


@require_safe
def picture(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    """The square picture of an open ad, for messengers and link previews."""
    ad = _open_ad(slug, language)
    if ad is None:
        return _page(request, "public/not_found.html", {}, status=404)
    made = public_poster.picture(ad, languages.get(language), public_ad.code_in(request.GET))
    return _file(made, "image/png", f"{ad.slug}-{language}.png")


def _open_ad(slug: str, language: str) -> Posting | None:
    """The ad of an address, if it is open and we speak the language."""
    ad = Posting.objects.public().select_related("approved").filter(slug=slug).first()
    if ad is None or ad.approved is None or language not in languages.codes():
        return None
    return ad if public_ad.is_open(ad, timezone.localdate()) else None


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def event(request: HttpRequest, slug: str) -> HttpResponse:
    """An announced open day; one called off stays, says why, and shows what else there is."""
    found = Event.objects.announced().filter(slug=slug).first()
    if found is None:
        return _page(request, "public/not_found.html", {}, status=404)
    context = public_event.page(found, timezone.now())
    context["cards"] = [_card(posting) for posting in public_event.advertised(found, _open_jobs())]
    return _page(request, "public/event.html", context)


@require_safe
def event_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """The event as a file for one's own calendar."""
    found = Event.objects.announced().filter(slug=slug).first()
    if found is None:
        return _page(request, "public/not_found.html", {}, status=404)
    with translation.override("de"):
        response = HttpResponse(calendar_file(found), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{found.slug}.ics"'
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Addresses of the open ads and coming events for search engines."""
    coming = Event.objects.inviting(timezone.now())
    text = sitemap_xml(_open_jobs(), coming)
    return HttpResponse(text, content_type="application/xml; charset=utf-8")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may read the ads; the staff pages and the counted links are not for them."""
    lines = [
        "User-agent: *",
        "Allow: /stellen/",
        "Allow: /static/",
        "Disallow: /l/",
        "Disallow: /q/",
        "Disallow: /echt/",
        "Allow: /partner/anmelden/",
        "Disallow: /partner/",
        "Disallow: /konto/",
        f"Sitemap: {absolute(reverse('public:sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _open_jobs() -> QuerySet[Posting]:
    return listing.open_jobs(timezone.localdate())


def _matching(query: str) -> QuerySet[Posting]:
    """Open ads with every word. Spellings are tried one by one: SQLite's LIKE knows no "Ä" for "ä"."""
    found = _open_jobs()
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
    """The page; the channel's code in its address goes on in every link to another public page."""
    code = public_ad.code_in(request.GET)
    with translation.override("de"):
        context = {"code": code, "keep": f"?k={code}" if code else "", **context}
        return render(request, template, context, status=status)
