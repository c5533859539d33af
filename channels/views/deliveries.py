"""Where an ad went, and what a person does about a delivery in trouble."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from channels import delivery as outbox
from channels import links
from channels.models import Delivery
from channels.staff.labels import label
from outreach.people.access import role_required
from outreach.people.models import Role
from postings.models import Posting


@role_required(*Role.values)
def of_posting(request: HttpRequest, pk: int) -> HttpResponse:
    """Every delivery of one ad, and the links that are counted."""
    posting = get_object_or_404(Posting, pk=pk)
    deliveries = Delivery.objects.filter(version__posting=posting).select_related("channel__partner")
    tracked = posting.links.select_related("channel").order_by("channel__name")
    context = {
        "posting": posting,
        "rows": [label(delivery) for delivery in deliveries.order_by("channel__name", "pk")],
        "links": [(link.channel, links.address(link)) for link in tracked],
        "may_edit": request.user.has_role(Role.OUTREACH),
    }
    return render(request, "channels/deliveries.html", context)


@role_required(Role.OUTREACH)
@require_POST
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a failed delivery again."""
    delivery = _delivery(pk)
    done = outbox.retry(delivery, by=request.user)
    return _answer(request, delivery, done, _("Wir versuchen es gleich noch einmal."))


@role_required(Role.OUTREACH)
@require_POST
def resolve(request: HttpRequest, pk: int) -> HttpResponse:
    """Say whether an unclear message arrived (`arrived` = yes or no)."""
    delivery = _delivery(pk)
    arrived = request.POST.get("arrived") == "yes"
    done = outbox.resolve(delivery, by=request.user, arrived=arrived)
    said = _("Danke, das ist notiert.") if arrived else _("Wir senden die Nachricht noch einmal.")
    return _answer(request, delivery, done, said)


def _delivery(pk: int) -> Delivery:
    return get_object_or_404(Delivery.objects.select_related("version"), pk=pk)


def _answer(request: HttpRequest, delivery: Delivery, done: bool, sentence: str) -> HttpResponse:
    if done:
        messages.success(request, sentence)
    else:
        messages.info(request, _("Das hat inzwischen schon jemand erledigt."))
    if request.POST.get("back") == "list":
        return redirect("channels:list")
    return redirect("channels:deliveries", delivery.version.posting_id)
