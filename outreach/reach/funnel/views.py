"""Staff pages: keys of the application portal and how it is connected; reports as tables."""

from __future__ import annotations

import secrets

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from channels.partners.spreadsheet.reading import NoTable
from channels.views.partners.table import TableForm
from outreach.addresses import absolute
from outreach.people.access import role_required
from outreach.people.models import Role
from outreach.profile import city
from outreach.reach.disclosure import questions
from outreach.reach.funnel import keys, spreadsheet, taking_in
from outreach.reach.funnel.forms import KeyForm
from outreach.reach.funnel.models import PortalKey, Report
from outreach.reach.funnel.steps import Step

administrators = role_required(Role.ADMINISTRATOR)
tellers = role_required(Role.REPORTING, Role.ADMINISTRATOR)
SHOWN_REPORTS = 20


@administrators
@require_safe
def portal(request: HttpRequest) -> HttpResponse:
    """The keys, and what the portal's technicians need to know."""
    return _portal(request, KeyForm())


@administrators
@require_POST
def new_key(request: HttpRequest) -> HttpResponse:
    """Make a key; its secret stands on this one answer only."""
    form = KeyForm(request.POST)
    if not form.is_valid():
        return _portal(request, form, status=422)
    key, secret = keys.issue(form.cleaned_data["name"], request.user)
    return _portal(request, KeyForm(), key, secret)


@administrators
@require_POST
def replace_key(request: HttpRequest, pk: int) -> HttpResponse:
    """A new key in the place of an old one, which counts for another day."""
    key, secret = keys.replace(get_object_or_404(_living(), pk=pk), request.user)
    return _portal(request, KeyForm(), key, secret)


@administrators
@require_POST
def revoke_key(request: HttpRequest, pk: int) -> HttpResponse:
    """At once."""
    key = get_object_or_404(PortalKey, pk=pk)
    keys.revoke(key)
    messages.success(request, _("Der Schlüssel „{name}“ gilt nicht mehr.").format(name=key.name))
    return redirect("reach:portal")


def _living():
    return PortalKey.objects.valid(timezone.now())


def _portal(
    request: HttpRequest, form: KeyForm, key: PortalKey | None = None, secret: str = "", status: int = 200
) -> HttpResponse:
    rules = questions.current()
    context = {
        "form": form,
        "keys": _living(),
        "ended": PortalKey.objects.exclude(pk__in=_living()),
        "fresh": key,
        "secret": secret,
        "address": absolute(reverse("api-funnel-reports")),
        "parameter": city()["apply_code_parameter"],
        "steps": Step.choices,
        "reports": _latest(),
        "asked": rules.asks,
        "tokens": rules.tokens,
        "per_posting": rules.per_posting,
        "page": absolute(reverse("disclosure:page", args=["de"])),
    }
    response = render(request, "reach/portal/keys.html", context, status=status)
    if secret:
        response["Cache-Control"] = "no-store"
    return response


def _latest():
    return Report.objects.select_related("key", "by")[:SHOWN_REPORTS]


@tellers
def table(request: HttpRequest) -> HttpResponse:
    """First the file, then the preview (`step=check`), then the import (`step=take`)."""
    if request.method != "POST":
        return _choose(request, TableForm())
    form = TableForm(request.POST, request.FILES)
    if not form.is_valid():
        return _choose(request, form, 422)
    text = form.cleaned_data["table"]
    try:
        found = spreadsheet.preview(text)
    except NoTable as error:
        form.add_error(None, str(error))
        return _choose(request, form, 422)
    wanted = request.POST.get("step") == "take"
    if wanted and not found.wrong:
        return _take(request, found)
    name = f"tabelle-{secrets.token_hex(12)}"
    context = {"preview": found, "text": text, "name": name, "stuck": wanted}
    return render(request, "reach/portal/preview.html", context, status=422 if wanted else 200)


def _choose(request: HttpRequest, form: TableForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "reports": _latest(), "words": spreadsheet.STEPS}
    return render(request, "reach/portal/table.html", context, status=status)


def _take(request: HttpRequest, found: spreadsheet.Preview) -> HttpResponse:
    """Taken in under the name the preview gave it, so that pressing twice does nothing twice."""
    name = request.POST.get("name", "")
    if not taking_in.NAME.fullmatch(name):
        name = f"tabelle-{secrets.token_hex(12)}"
    try:
        report, _fresh = taking_in.take_in(name, found.rows, taking_in.Sender(by=request.user))
    except (taking_in.Refused, taking_in.OtherContent):  # something was told in between
        messages.error(
            request, _("Inzwischen hat sich etwas geändert. Bitte prüfen Sie die Tabelle noch einmal.")
        )
        return redirect("reach:portal_table")
    rows = report.added + report.corrected
    said = ngettext("%(n)d Zeile übernommen", "%(n)d Zeilen übernommen", rows) % {"n": rows}
    messages.success(request, _("{said}, davon {corrected} als Berichtigung.").format(
        said=said, corrected=report.corrected))  # fmt: skip
    return redirect("reach:portal_table")
