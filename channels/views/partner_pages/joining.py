"""Signing up, confirming, asking for a new link. The answers never tell which addresses are known."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from channels.models import PartnerRequest
from channels.partners import tokens, undo
from channels.partners.forms import LinkForm, SignUpForm
from channels.partners.participation import joining, requests
from channels.views.partner_pages.answering import gone, private, too_many

Purpose = PartnerRequest.Purpose
#: Per caller and hour, and from all callers together.
FROM_ONE, FROM_ALL = 10, 200


@private
@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request: HttpRequest) -> HttpResponse:
    """An organisation wants to pass ads on."""
    form = SignUpForm(request.POST or None, initial={"wants_ads": True, "wants_events": True})
    if request.method != "POST":
        return render(request, "partner/sign_up.html", {"form": form})
    if not form.is_valid():
        return render(request, "partner/sign_up.html", {"form": form}, status=422)
    if form.cleaned_data["homepage"]:
        return _sent(request, form.cleaned_data["email"])  # a program, which need not know
    if too_many(request, "sign_up", from_one=FROM_ONE, from_all=FROM_ALL):
        return render(request, "429.html", {"city": None}, status=429)
    data = {name: form.cleaned_data[name] for name in joining.ASKED}
    requests.put(Purpose.SIGN_UP, form.cleaned_data["email"], data=data)
    return _sent(request, form.cleaned_data["email"])


@private
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """GET shows a button (mail scanners fetch every link), POST confirms."""
    found = requests.waiting_request(token)
    if found is None:
        return gone(request)
    if request.method != "POST":
        name = found.partner.name if found.partner else found.data.get("name", "")
        return render(request, "partner/confirm.html", {"name": name, "invited": bool(found.partner)})
    partner = joining.join(found)
    if partner is None:
        return gone(request)
    page = reverse("partner:page", args=[tokens.page_token(partner)])
    return redirect(f"{page}?getan={undo.remember(partner, 'joined')}")


@private
@require_http_methods(["GET", "HEAD", "POST"])
def ask_link(request: HttpRequest) -> HttpResponse:
    """A new link by mail, if the address is a partner's; the page says the same in any case."""
    form = LinkForm(request.POST or None)
    if not form.is_valid():
        return render(request, "partner/link.html", {"form": form}, status=422 if form.is_bound else 200)
    if not form.cleaned_data["homepage"]:
        if too_many(request, "link", from_one=FROM_ONE, from_all=FROM_ALL):
            return render(request, "429.html", {"city": None}, status=429)
        requests.put(Purpose.LINK, form.cleaned_data["email"])
    return render(request, "partner/sent.html", {"email": form.cleaned_data["email"], "link": True})


def _sent(request: HttpRequest, email: str) -> HttpResponse:
    return render(request, "partner/sent.html", {"email": email})
