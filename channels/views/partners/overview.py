"""The list of partners."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from channels.languages import names
from channels.models import Partner
from channels.partners.spreadsheet.exporting import as_csv
from channels.staff.partners import steps as staff
from outreach.people.access import role_required
from outreach.people.models import Role

PER_PAGE = 50


@role_required(*Role.values)
def overview(request: HttpRequest) -> HttpResponse:
    """Who passes ads on, in which languages; with a search, and what waits for staff."""
    search = staff.Search(
        words=request.GET.get("q", "").strip()[:100],
        status=request.GET.get("status", ""),
        kind=request.GET.get("kind", ""),
        language=request.GET.get("language", ""),
    )
    everybody = list(Partner.objects.prefetch_related("channels"))
    found = [partner for partner in everybody if search.finds(partner)]
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    used = {code for partner in everybody for code in partner.languages}
    context = {
        "page_obj": page,
        "rows": [{"partner": partner, "languages": _languages(partner)} for partner in page],
        "search": search,
        "count": len(found),
        "any": bool(everybody),
        "statuses": Partner.Status.choices,
        "kinds": Partner.Kind.choices,
        "language_names": [(code, name) for code, name in names().items() if code in used],
        "news": staff.signed_up_lately(everybody),
        "uninvited": sum(1 for _partner in staff.uninvited()),
        "may_edit": request.user.has_role(Role.OUTREACH),
    }
    return render(request, "channels/partners/list.html", context)


@role_required(Role.OUTREACH)
@require_POST
def invite_all(request: HttpRequest) -> HttpResponse:
    """Ask everybody who was entered and never asked."""
    asked = staff.invite_all(list(staff.uninvited()))
    said = ngettext("%(n)d Einladung ist unterwegs.", "%(n)d Einladungen sind unterwegs.", asked) % {
        "n": asked
    }
    messages.success(request, said if asked else _("Es sind schon alle eingeladen."))
    return redirect("channels:partners")


@role_required(Role.OUTREACH)
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """The table of all partners."""
    response = HttpResponse(as_csv(Partner.objects.all()), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="partner.csv"'
    return response


def _languages(partner: Partner) -> list[tuple[str, str]]:
    """Code and own name, for `lang` attributes."""
    return [(code, names().get(code, code)) for code in partner.languages]
