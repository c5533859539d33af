"""A partner's own page, and what one can do there. Everything is looked up among the partner's own."""

from __future__ import annotations

import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from channels.models import Delivery, HandOff, Partner
from channels.partners import page as partner_page
from channels.partners import tokens, undo
from channels.partners.forms import PreferencesForm
from channels.partners.handoffs import handing_off
from channels.partners.participation import membership, preferences
from channels.partners.passing_on import files, packages
from channels.renditions import qr
from channels.views.partner_pages.answering import own_page

#: Pauses offered with one tap, in days.
PAUSES = (14, 28, 84)


@require_safe
@own_page
def page(request: HttpRequest, partner: Partner) -> HttpResponse:
    """Open ads to pass on, what was done with them, and the settings."""
    return _show(request, partner, PreferencesForm(instance=partner))


def _show(request: HttpRequest, partner: Partner, form: PreferencesForm, status: int = 200) -> HttpResponse:
    remembered = request.GET.get("getan", "")
    recalled = undo.recall(partner, remembered)
    context = {
        **partner_page.context(partner),
        "form": form,
        "hanging": handing_off.still_hanging(partner),
        "pauses": [timezone.localdate() + datetime.timedelta(days=days) for days in PAUSES],
        "said": undo.sentence(*recalled) if recalled else "",
        "just_put_up": _put_up(recalled),
        "undo": remembered if recalled and undo.can_undo(recalled[0]) else "",
    }
    return render(request, "partner/page.html", context, status=status)


def _put_up(recalled: tuple[str, dict[str, Any]] | None) -> int | None:
    """The delivery just put up: the page asks at once where it hangs."""
    what, how_it_was = recalled or ("", {})
    put_up = what == "handed_off" and how_it_was.get("how") == HandOff.How.PUT_UP
    return how_it_was.get("delivery") if put_up else None


@require_POST
@own_page
def hand_off(request: HttpRequest, partner: Partner, pk: int) -> HttpResponse:
    """One tap: forwarded, put up, announced; or taken down again."""
    delivery, how = _own(partner, pk), request.POST.get("how", "")
    if how == "down":
        handing_off.take_down(delivery)
        return _back(partner, "taken_down", delivery=pk)
    if how not in HandOff.How.values:
        raise Http404
    handing_off.record(delivery, how, HandOff.Way.PAGE)
    if how == HandOff.How.PUT_UP and "place" in request.POST:
        return _said_where(request, partner, delivery)
    return _back(partner, "handed_off", delivery=pk, how=how)


def _said_where(request: HttpRequest, partner: Partner, delivery: Delivery) -> HttpResponse:
    try:
        handing_off.say_where(delivery, request.POST["place"], request.POST.get("until", ""))
    except ValueError:
        return _back(partner, "no_day")
    return _back(partner, "said_where")


@require_safe
@own_page
def package(request: HttpRequest, partner: Partner, pk: int, language: str = "") -> HttpResponse:
    """All files of one ad in a .zip: in the partner's languages, in one, or in all (`packages.ALL`)."""
    delivery = _own(partner, pk)
    one = language not in {"", packages.ALL}
    if one and ((told := packages.told(delivery, language)) is None or told.held):
        raise Http404
    name = "-".join(filter(None, [files.file_name(delivery.title), language]))
    return _file(files.package_zip(delivery, language), "application/zip", f"{name}.zip")


@require_safe
@own_page
def qr_code(request: HttpRequest, partner: Partner, pk: int, form: str) -> HttpResponse:
    """The QR code of the partner's own link, to show or to download."""
    delivery = _own(partner, pk)
    address = partner_page.parts_of(delivery)["scanned"]
    name = f"QR-Code-{files.file_name(delivery.title)}.{form}" if "laden" in request.GET else ""
    if form == "png":
        return _file(qr.png(address), "image/png", name)
    return _file(qr.svg(address).encode(), "image/svg+xml", name)


@require_POST
@own_page
def prefer(request: HttpRequest, partner: Partner) -> HttpResponse:
    """Change what comes, and how often."""
    before = preferences.now(partner)
    form = PreferencesForm(request.POST, instance=partner)
    if not form.is_valid():
        partner.refresh_from_db()
        return _show(request, partner, form, status=422)
    preferences.save(form.save(commit=False))
    return _back(partner, "preferences", fields=before)


@require_POST
@own_page
def pause(request: HttpRequest, partner: Partner) -> HttpResponse:
    """Nothing until that day; an empty day ends the pause."""
    before = partner.paused_until.isoformat() if partner.paused_until else None
    given = request.POST.get("until", "")
    try:
        until = datetime.date.fromisoformat(given) if given else None
    except ValueError:
        raise Http404 from None
    membership.pause(partner, until)
    return _back(partner, "paused" if until else "resumed", until=before)


@require_POST
@own_page
def stop(request: HttpRequest, partner: Partner) -> HttpResponse:
    """No more mails; the page stays, so that the way back is short."""
    membership.stop(partner)
    return _back(partner, "stopped")


@require_POST
@own_page
def rejoin(request: HttpRequest, partner: Partner) -> HttpResponse:
    """Be a partner again; what is still open comes in one mail."""
    membership.confirm(partner)
    return _back(partner, "joined")


@require_POST
@own_page
def take_back(request: HttpRequest, partner: Partner) -> HttpResponse:
    """Undo what was done last."""
    recalled = undo.recall(partner, request.POST.get("undo", ""))
    if recalled is None:
        raise Http404
    undo.undo(partner, *recalled)
    return _back(partner, "undone")


def _own(partner: Partner, pk: int) -> Delivery:
    delivery = partner_page.own_delivery(partner, pk)
    if delivery is None:
        raise Http404
    return delivery


def _back(partner: Partner, what: str, **how_it_was: Any) -> HttpResponse:
    """To the page (so that reloading does nothing twice), which says what was done."""
    address = reverse("partner:page", args=[tokens.page_token(partner)])
    return HttpResponseRedirect(f"{address}?getan={undo.remember(partner, what, **how_it_was)}", status=303)


def _file(content: bytes, kind: str, name: str = "") -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    if name:
        response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
