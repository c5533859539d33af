"""The open data page, the catalogue in three forms, and the files. Public: no cookie, no session."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe

from outreach.reach.opendata import catalogue as dcat
from outreach.reach.opendata import versions
from outreach.reach.opendata.configuration import open_data

_TYPES = {"csv": "text/csv; charset=utf-8; header=present", "json": "application/json"}
#: A version never changes; the catalogue and the page do with the next release.
_FOR_EVER = "public, max-age=31536000, immutable"
_A_WHILE = "public, max-age=900"


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What there is, the newest version of each table first."""
    tables = [
        {"name": name, "title": versions.title(name), "versions": several}
        for name, several in versions.versions().items()
    ]
    context = {
        "tables": tables,
        "forms": versions.FORMS,
        "serialisations": list(dcat.SERIALISATIONS),
        "licence": open_data().licence,
    }
    with translation.override("de"):
        return _kept(render(request, "public/open_data.html", context), _A_WHILE)


@require_safe
def catalogue(request: HttpRequest, form: str) -> HttpResponse:
    """DCAT-AP.de 2.0 as Turtle, JSON-LD or RDF/XML."""
    if form not in dcat.SERIALISATIONS:
        raise Http404
    _name, kind = dcat.SERIALISATIONS[form]
    return _kept(HttpResponse(dcat.text(form), content_type=f"{kind}; charset=utf-8"), _A_WHILE)


@require_safe
def file(request: HttpRequest, table: str, version: str, form: str) -> HttpResponse:
    """One version of a table."""
    found = versions.find(table, version)
    if found is None or form not in versions.FORMS:
        raise Http404
    response = HttpResponse(versions.content(found, form), content_type=_TYPES[form])
    response["Content-Disposition"] = f'inline; filename="{table}-{found.name}.{form}"'
    return _kept(response, _FOR_EVER)


def _kept(response: HttpResponse, how_long: str) -> HttpResponse:
    response["Cache-Control"] = how_long
    response["Access-Control-Allow-Origin"] = "*"  # open: programs in browsers may read it too
    return response
