"""Our open jobs on other people's websites: a list for an iframe, and oEmbed (oembed.com, 1.0)."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone, translation
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from channels import languages
from channels.public import ad as public_ad
from channels.public.ad import Strings
from channels.public.listing import address as list_address
from channels.public.listing import jobs as in_list
from channels.public.listing import open_jobs, unreviewed
from outreach.addresses import absolute, base
from outreach.profile import city

#: A list in somebody else's page stays short; "all open jobs" leads to the rest.
MOST = 20
WIDTH, HEIGHT = 600, 480
_CHEAP = 900  # seconds other sites may keep the answer
_LISTED = ("pay", "deadline")


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
def listing(request: HttpRequest, language: str = "de") -> HttpResponse:
    """The open jobs in a language, made for an iframe: no cookie, no script, links open outside of it."""
    if language not in languages.codes():
        return HttpResponse(status=404)
    spoken, code = languages.get(language), public_ad.code_in(request.GET)
    open_now = open_jobs(timezone.localdate())[:MOST]
    jobs = [
        {**job, "address": absolute(job["address"])} for job in in_list(open_now, language, _LISTED, code)
    ]
    context = {
        "lang": spoken,
        "strings": Strings(spoken),
        "jobs": jobs,
        "unreviewed": unreviewed(jobs, language),
        "all": absolute(list_address(language, code)),
    }
    with translation.override("de"):
        return render(request, "public/embedded.html", context)


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """`?url=` one of our public job addresses → an iframe with the open jobs. JSON only."""
    if request.GET.get("format", "json") != "json":
        return HttpResponse(_("Nur JSON."), status=501)
    address = request.GET.get("url", "")
    if not _is_ours(address):
        return HttpResponse(_("Diese Adresse gehört nicht zu unseren Stellen."), status=404)
    code = public_ad.code_in({key: values[0] for key, values in parse_qs(urlsplit(address).query).items()})
    response = JsonResponse(_answer(request, code))
    response["Access-Control-Allow-Origin"] = "*"
    return response


def iframe(code: str = "", *, width: int = WIDTH, height: int = HEIGHT) -> str:
    """The lines to paste into a website."""
    source = absolute(reverse("public:embed")) + (f"?k={code}" if code else "")
    return format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy"></iframe>',
        source,
        _("Offene Stellen: {city}").format(city=_issuer()),
        width,
        height,
    )


def _answer(request: HttpRequest, code: str) -> dict[str, Any]:
    width = _at_most(request.GET.get("maxwidth"), WIDTH)
    height = _at_most(request.GET.get("maxheight"), HEIGHT)
    return {
        "type": "rich",
        "version": "1.0",
        "title": _("Offene Stellen: {city}").format(city=_issuer()),
        "provider_name": _issuer(),
        "provider_url": absolute(reverse("public:postings")),
        "cache_age": _CHEAP,
        "html": iframe(code, width=width, height=height),
        "width": width,
        "height": height,
    }


def _issuer() -> str:
    return city().get("official_name") or city()["name"]


def _at_most(asked: str | None, own: int) -> int:
    return min(own, int(asked)) if asked and asked.isascii() and asked.isdigit() and int(asked) else own


def _is_ours(address: str) -> bool:
    """One of the public pages, on our own host; nothing is fetched."""
    try:
        parts, home = urlsplit(address), urlsplit(base())
        match = resolve(parts.path or "/")
    except (ValueError, Resolver404):
        return False
    return parts.scheme in {"http", "https"} and parts.netloc == home.netloc and match.app_name == "public"
