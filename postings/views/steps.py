"""Buttons that move an ad one step. Approving and closing live in `channels`, which publishes."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from outreach.people.access import role_required
from postings import workflow
from postings.models import Posting


@role_required("editor")
@require_POST
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand the saved text over to the approvers."""
    return _step(request, pk, workflow.submit, _("Die Ausschreibung wartet jetzt auf die Freigabe."))


@role_required("editor", "approver")
@require_POST
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Back to draft, with a word on what to change."""
    return _step(request, pk, workflow.send_back, _("Die Ausschreibung ist wieder ein Entwurf."))


@role_required("editor")
@require_POST
def duplicate(request: HttpRequest, pk: int) -> HttpResponse:
    """A new draft with the text of this ad."""
    old = get_object_or_404(Posting, pk=pk).current
    posting = workflow.create(by=request.user, title=old.title, text=old.text)
    messages.success(
        request, _("Das ist Ihr neuer Entwurf mit dem Text von „{title}“.").format(title=old.title)
    )
    return redirect("postings:workplace", posting.pk)


def _step(request: HttpRequest, pk: int, step, done: str) -> HttpResponse:
    posting = get_object_or_404(Posting, pk=pk)
    try:
        step(posting, by=request.user, comment=request.POST.get("comment", ""))
    except workflow.Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("postings:workplace", posting.pk)
