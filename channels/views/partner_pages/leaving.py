"""One-click signing out (RFC 8058): mail programs POST, people press a button, GET changes nothing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from channels.partners import tokens
from channels.partners.participation import membership
from channels.views.partner_pages.answering import private


@private
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """Any POST ends it, with whatever body; a second one changes nothing. Never a redirect."""
    partner = tokens.leaver(token)
    if partner is None:
        return render(request, "partner/no_leave.html", status=404)
    context = {"partner": partner, "token": token, "page": tokens.page_token(partner)}
    if request.method == "POST":
        membership.stop(partner)
    return render(request, "partner/leave.html", {**context, "stopped": partner.stopped_at is not None})
