"""The page of a channel to the Bundesagentur: occupations, everything anew, what came back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from channels import publishing
from channels.models import Channel
from channels.renditions.hrba import occupations
from channels.renditions.hrba.stock import stock
from channels.sending import console
from channels.sending.agency import Agency
from channels.sending.errors import SendError
from channels.staff.channels import agency
from channels.staff.deliveries.labels import label
from channels.views.media.checking import only_shown
from outreach.people.access import role_required
from outreach.people.models import Role
from postings.models import Posting

KIND = "ba"


@role_required(Role.OUTREACH)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything about this channel that needs a person."""
    channel = _channel(pk)
    words = request.GET.get("beruf", "").strip()
    last = channel.deliveries.filter(version=None, event=None).first()
    context = {
        "channel": channel,
        "words": words,
        "rows": agency.rows(channel, words),
        "known": len(occupations.entries()),
        "catalogue": occupations.catalogue_path(),
        "stock": stock(channel),
        "last": label(last) if last else None,
    }
    if "rueckmeldungen" in request.GET:
        context |= _reports(request, channel)
    return render(request, "channels/agency.html", context)


@role_required(Role.OUTREACH)
@require_POST
def choose(request: HttpRequest, pk: int, posting_pk: int) -> HttpResponse:
    """Keep the occupation of an ad."""
    channel, posting = _channel(pk), get_object_or_404(Posting, pk=posting_pk)
    if agency.choose(channel, posting, request.POST.get("code", ""), by=request.user):
        messages.success(request, _("Der Beruf für „{title}“ ist gewählt.").format(title=posting.title))
    else:
        messages.error(request, _("Bitte wählen Sie einen Beruf aus der Liste."))
    return redirect("channels:agency", pk)


@role_required(Role.OUTREACH)
@require_POST
def send_all(request: HttpRequest, pk: int) -> HttpResponse:
    """All open ads, now or when the Bundesagentur takes files in again."""
    publishing.full_loads.put_now(_channel(pk), by=request.user, agreed="agreed" in request.POST)
    messages.success(request, _("Alle offenen Stellen gehen hinaus, zwischen 7 und 19 Uhr sofort."))
    return redirect("channels:agency", pk)


def _channel(pk: int) -> Channel:
    return get_object_or_404(Channel.objects.chosen(), pk=pk, kind=KIND)


def _reports(request: HttpRequest, channel: Channel) -> dict:
    if console.is_on():
        messages.info(request, only_shown())
        return {}
    try:
        reports = Agency(channel).reports()
    except SendError as error:
        messages.error(request, str(error))
        return {}
    numbers = [number for report in reports for number in report.postings]
    titles = Posting.objects.in_bulk(numbers)
    told = [(report, [titles[one] for one in report.postings if one in titles]) for report in reports]
    return {"reports": told, "asked": True}
