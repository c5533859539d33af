"""Which occupation of ESCO an ad is about: matched by its name, or chosen here."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from channels import esco, languages
from channels.esco import files, matching
from outreach.people.access import role_required
from outreach.people.models import Role
from postings.models import Posting


@role_required(Role.EDITOR, Role.OUTREACH)
@require_http_methods(["GET", "HEAD", "POST"])
def of_posting(request: HttpRequest, pk: int) -> HttpResponse:
    """The occupation and its titles; a POST keeps another one."""
    posting = get_object_or_404(Posting.objects.select_related("current__posting"), pk=pk)
    if request.method == "POST":
        return _choose(request, posting)
    words = request.GET.get("beruf", "").strip()
    found = esco.occupation(posting.current)
    choice = esco.chosen(posting)
    context = {
        "posting": posting,
        "known": files.codes(),
        "folder": esco.folder(),
        "occupation": found,
        "choice": choice,
        "titles": _titles(posting) if found else [],
        "words": words,
        "offered": matching.search(words) if words else matching.suggestions(posting.current.title),
    }
    return render(request, "channels/occupation.html", context)


def _choose(request: HttpRequest, posting: Posting) -> HttpResponse:
    uri = request.POST.get("uri", "")
    if esco.choose(posting, uri, by=request.user):
        messages.success(request, _("Gespeichert. Es gilt ab der nächsten Freigabe."))
    else:
        messages.error(request, _("Bitte wählen Sie einen Beruf aus der Liste."))
    return redirect("channels:occupation", posting.pk)


def _titles(posting: Posting) -> list[tuple[languages.Language, str]]:
    told = [(languages.get(code), esco.title_in(posting.current, code)) for code in files.codes()]
    return [(language, title) for language, title in told if title]
