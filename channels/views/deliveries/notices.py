"""The register of notices: where posters hang, and which should come down."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from channels.coverage.spreadsheet import as_csv
from channels.partners.handoffs import notices
from channels.partners.handoffs.notices import Standing
from outreach.people.access import role_required
from outreach.people.models import Role


@role_required(*Role.values)
def page(request: HttpRequest) -> HttpResponse:
    """All of them, or one standing (`?stand=due`)."""
    wanted = _wanted(request)
    every = notices.register(timezone.localdate())
    counts = {standing: sum(one.standing == standing for one in every) for standing in Standing}
    context = {
        "notices": [one for one in every if one.standing == wanted] if wanted else every,
        "wanted": wanted,
        "any": bool(every),
        "due": counts[Standing.DUE],
        "hanging": counts[Standing.HANGS],
        "down": counts[Standing.DOWN],
        "may_edit": request.user.has_role(Role.OUTREACH),
    }
    return render(request, "channels/notices.html", context)


@role_required(*Role.values)
def table(request: HttpRequest) -> HttpResponse:
    """The same as CSV."""
    found = notices.register(timezone.localdate(), wanted=_wanted(request))
    response = HttpResponse(as_csv(notices.table(found)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="aushaenge.csv"'
    return response


def _wanted(request: HttpRequest) -> str:
    asked = request.GET.get("stand", "")
    return asked if asked in set(Standing) else ""
