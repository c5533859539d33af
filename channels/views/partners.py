"""Staff pages of partners."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from channels.models import Partner
from channels.renditions.languages import NAMES
from channels.staff.forms import PartnerForm
from channels.staff.setup import save_partner
from outreach.people.access import role_required
from outreach.people.models import Role


@role_required(*Role.values)
def overview(request: HttpRequest) -> HttpResponse:
    """Who passes ads on, in which languages, on which channels."""
    partners = Partner.objects.prefetch_related("channels")
    rows = [{"partner": partner, "languages": _languages(partner)} for partner in partners]
    context = {"rows": rows, "may_edit": request.user.has_role(Role.OUTREACH)}
    return render(request, "channels/partners.html", context)


@role_required(Role.OUTREACH)
def edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """A new partner, or one to change."""
    partner = get_object_or_404(Partner, pk=pk) if pk else None
    form = PartnerForm(request.POST or None, instance=partner)
    if request.method == "POST" and form.is_valid():
        saved = save_partner(form.save(commit=False))
        messages.success(request, _("„{name}“ ist gespeichert.").format(name=saved.name))
        return redirect("channels:partners")
    status = 422 if form.errors else 200
    return render(request, "channels/edit_partner.html", {"form": form, "partner": partner}, status=status)


def _languages(partner: Partner) -> list[tuple[str, str]]:
    """Code and own name, for `lang` attributes."""
    return [(code, NAMES.get(code, code)) for code in partner.languages]
