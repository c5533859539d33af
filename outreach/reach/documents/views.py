"""The page of the ready documents, and their downloads."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from channels import languages
from outreach import profile
from outreach.people.access import role_required
from outreach.people.models import Role
from outreach.reach.compliance.gaps import gaps
from outreach.reach.documents import council, papers, periods
from outreach.reach.opendata.configuration import gaps as opendata_gaps

readers = role_required(*Role.values)


@require_safe
@readers
def index(request: HttpRequest) -> HttpResponse:
    """Choose a period and a definition, then take a document."""
    city, offered = profile.city(), periods.offered(timezone.localdate())
    wanted = papers.wish("de", request.GET.get("zeitraum", ""), "", timezone.now())
    known = [one["id"] for one in city["definitions"]]
    definition = request.GET.get("definition", "")
    context = {
        "periods": [{"key": one.key, "name": one.name(get_language() or "de")} for one in offered],
        "period": wanted.period.key,
        "definitions": city["definitions"],
        "definition": definition if definition in known else council.define(city)["id"],
        "papers": [_told(paper) for paper in papers.PAPERS.values()],
        "gaps": [*gaps(city), *opendata_gaps()],
    }
    return render(request, "reach/documents.html", context)


def _told(paper: papers.Paper) -> dict[str, object]:
    """A paper with a line of links per language."""
    lines = [{"language": languages.get(code), "forms": paper.forms} for code in paper.languages]
    return {"paper": paper, "lines": lines}


@require_safe
@readers
def download(request: HttpRequest, name: str, language: str, form: str) -> HttpResponse:
    """One document as a file, made now."""
    paper = papers.PAPERS.get(name)
    if paper is None or language not in paper.languages or form not in paper.forms:
        raise Http404
    wanted = papers.wish(
        language, request.GET.get("zeitraum", ""), request.GET.get("definition", ""), timezone.now()
    )
    try:
        made = paper.make(wanted)
    except KeyError as unknown:  # a definition the city does not have
        raise Http404 from unknown
    kind, set_as = papers.FORMS[form]
    response = HttpResponse(set_as(made), content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{paper.file_name(wanted, form)}"'
    return response
