"""Staff pages of channels."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from channels.adapters import registry
from channels.models import Channel, Delivery, Partner
from channels.staff.channels.forms import ChannelForm, KindForm
from channels.staff.channels.held import held_feeds
from channels.staff.channels.options import about, options_form, take_over
from channels.staff.channels.resting import resting_lanes
from channels.staff.channels.setup import save_channel
from channels.staff.deliveries.labels import Label, labelled
from channels.webhooks import endpoint
from outreach.addresses import absolute
from outreach.people.access import role_required
from outreach.people.models import Role

READERS = tuple(Role.values)


@role_required(*READERS)
def overview(request: HttpRequest) -> HttpResponse:
    """Every channel with its last delivery, and what needs a person first."""
    channels = list(Channel.objects.chosen().select_related("partner"))
    resting = resting_lanes(channels)
    asking = Delivery.objects.asking(timezone.now()).order_by("due_at", "pk")
    context = {
        "rows": [{**_row(channel), "resting": resting.get(channel.pk)} for channel in channels],
        "troubled": labelled(asking[:20]),
        "more": max(asking.count() - 20, 0),
        "still": [channel for channel in channels if channel.trouble and not channel.active],
        "held": held_feeds(),
        "may_edit": request.user.has_role(Role.OUTREACH),
    }
    return render(request, "channels/list.html", context)


@role_required(Role.OUTREACH)
def edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """A new channel (first its medium, `?kind=`, then the rest), or one to change."""
    if pk is None:
        first = KindForm(request.POST or request.GET or None)
        if not first.is_valid():
            status = 422 if first.errors else 200
            return render(request, "channels/choose.html", {"form": first}, status=status)
        channel = Channel(kind=first.cleaned_data["kind"], partner=_asked_for(request))
    else:
        channel = get_object_or_404(Channel.objects.chosen(), pk=pk)
    return _edited(request, channel)


def _asked_for(request: HttpRequest) -> Partner | None:
    """The partner for whom somebody came here (`?partner=`), chosen already."""
    number = request.GET.get("partner", "")
    return Partner.objects.filter(pk=number).first() if number.isdecimal() else None


def _edited(request: HttpRequest, channel: Channel) -> HttpResponse:
    form = ChannelForm(request.POST or None, instance=channel)
    options = options_form(channel, request.POST or None, request.FILES or None)
    forms = [form, options] if options else [form]
    valid = [one.is_valid() for one in forms]  # all of them, so that every mistake is told at once
    if request.method == "POST" and all(valid):
        changed = form.save(commit=False)
        if options:
            take_over(options, changed)
        saved = save_channel(changed)
        messages.success(request, _("Der Kanal „{name}“ ist gespeichert.").format(name=saved.name))
        return redirect("channels:list")
    status = 422 if any(one.errors for one in forms) else 200
    context = {"form": form, "options": options, "channel": channel, "about": about(channel.kind)}
    context["can_check"] = bool(channel.pk) and registry.can_check(channel.kind)
    context["served"] = not registry.sends(channel.kind)
    if channel.pk and channel.kind == endpoint.KIND:
        context["receiver_page"] = absolute(reverse("receivers:page", args=[endpoint.page_key(channel)]))
    return render(request, "channels/edit.html", context, status=status)


@role_required(Role.OUTREACH)
@require_POST
def new_receiver_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The page for a receiver's technicians gets another address."""
    channel = get_object_or_404(Channel.objects.filter(kind=endpoint.KIND), pk=pk)
    endpoint.new_page(channel)
    messages.success(request, _("Die Seite für die Technik hat eine neue Adresse."))
    return redirect("channels:edit", channel.pk)


def _row(channel: Channel) -> dict[str, Any]:
    return {"channel": channel, "last": _last(channel)}


def _last(channel: Channel) -> Label | None:
    found = labelled(channel.deliveries.telling()[:1])
    return found[0] if found else None
