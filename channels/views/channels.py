"""Staff pages of channels."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from channels.models import Channel, Delivery
from channels.staff.forms import ChannelForm
from channels.staff.labels import Label, label
from channels.staff.setup import save_channel
from outreach.people.access import role_required
from outreach.people.models import Role

READERS = tuple(Role.values)


@role_required(*READERS)
def overview(request: HttpRequest) -> HttpResponse:
    """Every channel with its last delivery, and what needs a person first."""
    troubled = Delivery.objects.troubled().select_related("channel__partner", "version__posting")
    channels = Channel.objects.chosen().select_related("partner")
    context = {
        "rows": [_row(channel) for channel in channels],
        "troubled": [label(delivery) for delivery in troubled[:20]],
        "may_edit": request.user.has_role(Role.OUTREACH),
    }
    return render(request, "channels/list.html", context)


@role_required(Role.OUTREACH)
def edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """A new channel, or one to change."""
    channel = get_object_or_404(Channel.objects.chosen(), pk=pk) if pk else None
    form = ChannelForm(request.POST or None, instance=channel)
    if request.method == "POST" and form.is_valid():
        saved = save_channel(form.save(commit=False))
        messages.success(request, _("Der Kanal „{name}“ ist gespeichert.").format(name=saved.name))
        return redirect("channels:list")
    status = 422 if form.errors else 200
    return render(request, "channels/edit.html", {"form": form, "channel": channel}, status=status)


def _row(channel: Channel) -> dict[str, Any]:
    return {"channel": channel, "last": _last(channel)}


def _last(channel: Channel) -> Label | None:
    delivery = channel.deliveries.select_related("channel", "version__posting").first()
    return label(delivery) if delivery else None
