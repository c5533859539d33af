"""Taking in a table of partners: choose or paste, look at the preview, then all or nothing."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from channels.partners.spreadsheet.importing import Preview, preview, take_in
from channels.partners.spreadsheet.reading import NoTable, decoded
from outreach.people.access import role_required
from outreach.people.models import Role


class TableForm(forms.Form):
    """A file, or cells pasted from a spreadsheet."""

    file = forms.FileField(
        label=gettext_lazy("CSV-Datei"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,text/csv"}),
        help_text=gettext_lazy("In Excel: „Speichern unter“, dann „CSV UTF-8“."),
    )
    text = forms.CharField(
        label=gettext_lazy("Oder Zellen aus der Tabelle einfügen"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
        help_text=gettext_lazy("Mit der ersten Zeile, in der die Überschriften stehen."),
    )

    def clean(self) -> dict:
        """One of the two, readable."""
        data = super().clean()
        try:
            data["table"] = decoded(data["file"].read()) if data.get("file") else data.get("text", "")
        except NoTable as error:
            raise forms.ValidationError(str(error)) from error
        if not data["table"].strip():
            raise forms.ValidationError(_("Bitte wählen Sie eine Datei oder fügen Sie Zellen ein."))
        return data


@role_required(Role.OUTREACH)
def take(request: HttpRequest) -> HttpResponse:
    """First the file, then the preview (`step=check`), then the import (`step=take`)."""
    if request.method != "POST":
        return _choose(request, TableForm())
    form = TableForm(request.POST, request.FILES)
    if not form.is_valid():
        return _choose(request, form, 422)
    text = form.cleaned_data["table"]
    skip = {int(number) for number in request.POST.getlist("skip") if number.isdecimal()}
    try:
        if request.POST.get("step") == "take" and (done := take_in(text, skip)):
            return _done(request, done)
        found = preview(text, skip)
    except NoTable as error:
        form.add_error(None, str(error))
        return _choose(request, form, 422)
    stuck = request.POST.get("step") == "take"
    context = {"preview": found, "text": text, "stuck": stuck}
    return render(request, "channels/partners/preview.html", context, status=422 if stuck else 200)


def _choose(request: HttpRequest, form: TableForm, status: int = 200) -> HttpResponse:
    return render(request, "channels/partners/import.html", {"form": form}, status=status)


def _done(request: HttpRequest, found: Preview) -> HttpResponse:
    new, changed = len(found.new), len(found.changed)
    said = ngettext("%(n)d neuer Partner", "%(n)d neue Partner", new) % {"n": new}
    told = _("{new}, {changed} geändert. Die neuen sind noch nicht eingeladen.").format(
        new=said, changed=changed
    )
    messages.success(request, told)
    return redirect("channels:partners")
