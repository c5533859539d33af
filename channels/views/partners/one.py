"""One partner: everything about it, its form, and the steps staff can take."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from channels.languages import names
from channels.models import Partner
from channels.partners import page
from channels.partners.participation import membership, requests
from channels.staff.deliveries.labels import labelled
from channels.staff.partners import steps as staff
from channels.staff.partners.forms import PartnerForm
from outreach.people.access import role_required
from outreach.people.models import Role
from postings import families


@role_required(*Role.values)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Consent, wishes, what went out and what became of it."""
    partner = get_object_or_404(Partner.objects.prefetch_related("channels"), pk=pk)
    deliveries = page.deliveries(partner).order_by("-created_at", "-pk")[:20]
    context = {
        "partner": partner,
        "languages": [(code, names().get(code, code)) for code in partner.languages],
        "families": [families.name_of(key) for key in partner.families],
        "rows": labelled(deliveries),
        "may_edit": request.user.has_role(Role.OUTREACH),
        **staff.history(partner),
    }
    return render(request, "channels/partners/show.html", context)


@role_required(Role.OUTREACH)
def edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """A new partner, or one to change."""
    partner = get_object_or_404(Partner, pk=pk) if pk else None
    form = PartnerForm(request.POST or None, instance=partner)
    if request.method == "POST" and form.is_valid():
        invite = form.cleaned_data.get("invite", False)
        saved = staff.save_partner(form.save(commit=False), invite=invite)
        messages.success(request, _("„{name}“ ist gespeichert.").format(name=saved.name))
        return redirect("channels:partner", saved.pk)
    name = Partner.objects.only("name").get(pk=pk).name if pk else ""
    context = {"form": form, "partner": partner, "name": name}
    return render(request, "channels/partners/edit.html", context, status=422 if form.errors else 200)


@role_required(Role.OUTREACH)
@require_POST
def step(request: HttpRequest, pk: int) -> HttpResponse:
    """Invite, send the link, make old links useless, stop, forget."""
    partner = get_object_or_404(Partner, pk=pk)
    steps = {
        "invite": (requests.invite, _("Die Einladung ist unterwegs.")),
        "link": (staff.send_link, _("Der Link ist unterwegs.")),
        "renew": (staff.renew_link, _("Die alten Links gelten nicht mehr. Ein neuer ist unterwegs.")),
        "forget": (membership.forget, _("Die Kontaktdaten sind gelöscht.")),
        "stop": (membership.stop, _("Der Partner bekommt nichts mehr.")),
    }
    if (name := request.POST.get("step")) not in steps:
        return HttpResponseBadRequest()
    function, said = steps[name]
    if partner.is_forgotten:
        function = _nothing
    if function(partner) is False:
        messages.info(request, _("Das ist schon so, oder es geht gerade nicht."))
    else:
        messages.success(request, said)
    return redirect("channels:partner", pk)


def _nothing(partner: Partner) -> bool:
    """There is no address any more."""
    return False
