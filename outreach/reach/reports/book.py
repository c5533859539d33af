"""For the data protection officer: the rules in force, the budget, what is hidden and why, and the book."""

from __future__ import annotations

import csv
import io
from typing import NamedTuple

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from outreach.people.access import role_required
from outreach.people.models import Role
from outreach.reach import released
from outreach.reach.models import LedgerEntry
from outreach.reach.protection import noise, settings
from outreach.reach.releases import budget, ledger, registry

readers = role_required(*Role.values)
PER_PAGE = 50


class Extent(NamedTuple):
    """One table's newest release, with its title."""

    title: str
    facts: released.Extent


@require_safe
@readers
def book(request: HttpRequest) -> HttpResponse:
    """What was released, what was held back, and by which rules."""
    rules = settings.current()
    page = Paginator(LedgerEntry.objects.all(), PER_PAGE).get_page(request.GET.get("seite"))
    context = {
        "rules": rules,
        "off": [name for name in settings.switches() if not getattr(rules.protections, name)],
        "tail": noise.tail(rules.noise_epsilon, rules.noise_width),
        "noisy": rules.method == "cell-key",
        "accounts": budget.accounts(),
        "extents": [Extent(_title(facts.name), facts) for facts in released.extents()],
        "page": page,
        "lines": [(_title(entry.table), entry) for entry in page],
        "breaks": ledger.breaks(),
        "last": LedgerEntry.objects.first(),
    }
    return render(request, "reach/book.html", context)


@require_safe
@readers
def download(request: HttpRequest) -> HttpResponse:
    """The whole book as CSV: enough to prove later that nothing was changed."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    heads = (_("Nummer"), _("Zeit"), _("Art"), _("Tabelle"), _("gezählt bis vor"), _("Bemerkung"))
    writer.writerow([*heads, _("Inhalt (SHA-256)"), _("Prüfsumme davor"), _("Prüfsumme")])
    for entry in LedgerEntry.objects.order_by("number"):
        told = (entry.number, entry.at.isoformat(), entry.get_kind_display(), entry.table, entry.until)
        writer.writerow([*told, entry.note, entry.content, entry.previous, entry.digest])
    response = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="buch-der-veroeffentlichungen.csv"'
    return response


def _title(name: str) -> str:
    table = registry.find(name)
    return _(table.title) if table else name
