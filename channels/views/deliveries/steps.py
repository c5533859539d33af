"""What a person does about a delivery, a notice or a channel in trouble."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from channels import delivery as outbox
from channels import publishing
from channels.models import Channel, Delivery, HandOff
from channels.partners.handoffs import handing_off
from outreach.people.access import role_required
from outreach.people.models import Role


@role_required(Role.OUTREACH)
@require_POST
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a failed delivery again."""
    delivery = _delivery(pk)
    done = outbox.retry(delivery, by=request.user)
    return _answer(request, delivery, done, _("Wir versuchen es gleich noch einmal."))


@role_required(Role.OUTREACH)
@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """A failed delivery was taken care of in another way."""
    delivery = _delivery(pk)
    done = outbox.settle(delivery, by=request.user)
    return _answer(request, delivery, done, _("Gut, dann ist das erledigt."))


@role_required(Role.OUTREACH)
@require_POST
def resolve(request: HttpRequest, pk: int) -> HttpResponse:
    """Say whether an unclear message arrived (`arrived` = yes, no or later)."""
    delivery, arrived = _delivery(pk), request.POST.get("arrived")
    if arrived == "yes":
        done, said = outbox.resolve(delivery, by=request.user, arrived=True), _("Danke, das ist notiert.")
    elif arrived == "no":
        done = outbox.resolve(delivery, by=request.user, arrived=False)
        said = _("Wir senden die Nachricht noch einmal.")
    else:
        done, said = outbox.ask_later(delivery, by=request.user), _("Gut, wir fragen morgen wieder.")
    return _answer(request, delivery, done, said)


@role_required(Role.OUTREACH)
@require_POST
def switch_on(request: HttpRequest, pk: int) -> HttpResponse:
    """The trouble of a channel is settled: it sends again, and catches up."""
    channel = get_object_or_404(Channel.objects.chosen(), pk=pk)
    outbox.switch_on(channel)
    publishing.catch_up(channel)
    messages.success(request, _("„{name}“ ist wieder eingeschaltet.").format(name=channel.name))
    return redirect("channels:list")


@role_required(Role.OUTREACH)
@require_POST
def taken_down(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody told us that a notice was taken down."""
    paper = get_object_or_404(HandOff.objects.select_related("delivery__version"), pk=pk)
    handing_off.take_down(paper.delivery)
    messages.success(request, _("Danke, das ist notiert."))
    return redirect("channels:notices") if request.POST.get("back") == "notices" else _back(paper.delivery)


def _delivery(pk: int) -> Delivery:
    return get_object_or_404(Delivery.objects.select_related("version", "channel"), pk=pk)


def _answer(request: HttpRequest, delivery: Delivery, done: bool, sentence: str) -> HttpResponse:
    if done:
        messages.success(request, sentence)
    else:
        messages.info(request, _("Das hat inzwischen schon jemand erledigt."))
    back = request.POST.get("back")
    if back == "partner" and delivery.channel.partner_id:
        return redirect("channels:partner", delivery.channel.partner_id)
    return redirect(f"channels:{back}") if back in {"list", "log"} else _back(delivery)


def _back(delivery: Delivery) -> HttpResponse:
    if delivery.event_id:
        return redirect("channels:event_deliveries", delivery.event_id)
    if delivery.version:
        return redirect("channels:deliveries", delivery.version.posting_id)
    return redirect("channels:list")
