"""`/echt/`: is this ad real? For everyone, in their language; asking is not counted."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from channels import authenticity, languages
from channels.public import ad as public_ad
from channels.public import listing
from channels.public.ad import Strings


@require_safe
def ask(request: HttpRequest, language: str = "de") -> HttpResponse:
    """Where a code can be typed in."""
    if code := request.GET.get("code", "").strip().lower():
        return redirect("authenticity:answer", code[:40].replace("/", " "), language)
    return _page(request, language, {"code": ""})


@require_safe
def answer(request: HttpRequest, code: str, language: str = "de") -> HttpResponse:
    """Real and open, real and closed, or unknown: with what to do next."""
    found = authenticity.of_code(code, timezone.localdate())
    context: dict[str, Any] = {"code": code}
    if found:
        posting, record = found
        context |= {"posting": posting, "record": record}
    return _page(request, language, context, status=200 if found else 404)


@require_safe
def record(request: HttpRequest, code: str) -> HttpResponse:
    """The signed record for programs; the keys stand at `/echt/schluessel.json`."""
    found = authenticity.of_code(code, timezone.localdate())
    if found is None:
        return JsonResponse({"error": "unknown code"}, status=404)
    content = found[1]
    return JsonResponse({"record": content, **authenticity.sign(authenticity.canonical(content))})


@require_safe
def keys(request: HttpRequest) -> HttpResponse:
    """Our public keys as a JSON Web Key Set."""
    return JsonResponse(authenticity.key_set(), content_type="application/jwk-set+json")


def _page(request: HttpRequest, code: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    if code not in languages.codes():
        raise Http404
    language = languages.get(code)
    shown = {
        **context,
        "lang": language,
        "strings": Strings(language),
        "languages": [_other(each, context["code"]) for each in languages.codes() if each != code],
        "next": _next(context, code),
        "until": _until(context, language),
        "issued": _issued(context, language),
    }
    with translation.override("de"):
        return render(request, "public/authenticity.html", shown, status=status)


def _other(code: str, asked: str) -> dict[str, Any]:
    address = f"/echt/{asked}/{code}/" if asked else f"/echt/sprache/{code}/"
    return {"language": languages.get(code), "address": address}


def _next(context: dict[str, Any], language: str) -> str:
    """Where the page leads: to the job while it is open, then to all the others."""
    if context.get("record", {}).get("state") != "open":
        return listing.address(language)
    return public_ad.address(context["posting"], language)


def _until(context: dict[str, Any], language: languages.Language) -> str:
    deadline = context.get("record", {}).get("deadline")
    return language.day(deadline) if deadline else ""


def _issued(context: dict[str, Any], language: languages.Language) -> str:
    issuer = context.get("record", {}).get("issuer")
    return language.text("trust.issued", city=issuer) if issuer else ""
