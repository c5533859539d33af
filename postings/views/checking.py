"""Answers for the editor script: findings for a text, text from pasted HTML or a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from outreach.people.access import role_required
from postings import documents
from postings.documents.cleaning import clean_text, too_long
from postings.documents.document import MAX_CHARACTERS
from postings.documents.html import from_html
from postings.forms import UploadForm
from postings.models import Posting
from postings.panel import Panel
from postings.review import review
from postings.views.workplace import possible_steps

MAX_PASTE = 2_000_000  # Word wraps a page of text in a hundred times its length


@role_required("editor", "approver")
@require_POST
def check(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Review the posted text; nothing is stored."""
    posting = get_object_or_404(Posting, pk=pk) if pk else None
    text = request.POST.get("text", "")
    if len(text) > MAX_CHARACTERS:
        return JsonResponse({"error": str(too_long(text))}, status=413)
    title = request.POST.get("title", "")
    panel = Panel.of(text.replace("\r\n", "\n"), posting, timezone.localdate(), title)
    steps = possible_steps(request, posting) if posting else {}
    return JsonResponse(panel.as_json(request=request, **steps))


@role_required("editor")
@require_POST
def paste(request: HttpRequest) -> HttpResponse:
    """Pasted HTML (Word, LibreOffice, a page) -> our Markdown subset."""
    html = request.POST.get("html", "")
    if len(html) > MAX_PASTE:
        return JsonResponse(
            {"error": _("Das ist zu viel auf einmal. Bitte fügen Sie nur die Ausschreibung ein.")}, status=413
        )
    return JsonResponse({"text": clean_text(from_html(html))})


@role_required("editor")
@require_POST
def upload(request: HttpRequest) -> HttpResponse:
    """A Word, ODT, PDF, HTML or text file -> text and title. The file is not kept."""
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return JsonResponse({"error": form.errors["file"][0]}, status=400)
    file = form.cleaned_data["file"]
    try:
        text = clean_text(documents.extract(file.name, file.read()).text)
    except documents.DocumentError as error:
        return JsonResponse({"error": str(error)}, status=400)
    return JsonResponse({"text": text, "title": review(text).facts.get("title") or ""})
