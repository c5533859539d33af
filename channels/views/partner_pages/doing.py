"""The one-button page behind the "done" link in a mail and the QR code in a package."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from channels.models import Delivery, HandOff
from channels.partners import tokens
from channels.partners.handoffs import handing_off
from channels.views.partner_pages.answering import gone, private

How = HandOff.How


@private
@require_http_methods(["GET", "HEAD", "POST"])
def done(request: HttpRequest, token: str) -> HttpResponse:
    """GET shows the ad and the buttons; POST notes what was done, or takes it back."""
    delivery, way = tokens.done_delivery(token)
    if delivery is None:
        return gone(request)
    how, wrong = request.POST.get("how", ""), False
    if request.method == "POST" and how in How.values:
        if request.POST.get("undo"):
            handing_off.undo(delivery, how)
        elif request.POST.get("down"):
            handing_off.take_down(delivery)
        else:
            handing_off.record(delivery, how, way)
            wrong = how == How.PUT_UP and not _said_where(request, delivery)
    told = {handoff.how: handoff for handoff in delivery.handoffs.all()}
    steps = [{"how": value, "word": word, "done": told.get(value)} for value, word in How.choices]
    context = {
        "delivery": delivery,
        "title": delivery.title,
        "steps": steps,
        "any": bool(told),
        "no_day": wrong,
    }
    return render(request, "partner/done.html", context)


def _said_where(request: HttpRequest, delivery: Delivery) -> bool:
    """False if the day is none; saying nothing is fine."""
    if "place" not in request.POST:
        return True
    try:
        handing_off.say_where(delivery, request.POST["place"], request.POST.get("until", ""))
    except ValueError:
        return False
    return True
