"""Staff: who was invited to translate."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from channels import languages
from channels.models import Translator
from channels.sending.errors import SendError
from channels.sending.post import post
from channels.staff.translators import TranslatorForm
from channels.translating import people
from outreach.people.access import role_required
from outreach.people.models import Role


@role_required(Role.OUTREACH, Role.EDITOR)
def overview(request: HttpRequest) -> HttpResponse:
    """Everyone who helps, and in which languages."""
    rows = [
        {"translator": one, "names": [languages.names().get(code, code) for code in one.languages]}
        for one in Translator.objects.select_related("partner")
    ]
    return render(request, "translating/people.html", {"rows": rows})


@role_required(Role.OUTREACH, Role.EDITOR)
def edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Somebody new, who is invited at once, or a change."""
    translator = get_object_or_404(Translator, pk=pk) if pk else None
    form = TranslatorForm(request.POST or None, instance=translator)
    if request.method == "POST" and form.is_valid():
        saved = form.save()
        if translator is None:
            _invite(request, saved)
        else:
            messages.success(request, _("„{name}“ ist gespeichert.").format(name=saved.name))
        return redirect("translating:people")
    status = 422 if form.errors else 200
    context = {"form": form, "translator": translator}
    return render(request, "translating/edit_person.html", context, status=status)


@role_required(Role.OUTREACH, Role.EDITOR)
@require_POST
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    """A new link by mail; the old one is useless from then on."""
    _invite(request, get_object_or_404(Translator, pk=pk))
    return redirect("translating:people")


def _invite(request: HttpRequest, translator: Translator) -> None:
    people.renew(translator)
    try:
        post(people.invitation(translator))
    except SendError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Die Einladung an {name} ist unterwegs.").format(name=translator.name))
