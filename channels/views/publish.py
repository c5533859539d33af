"""Approving, which publishes, and closing: the two steps of an ad that reach the channels."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from channels import publishing
from outreach.people.access import role_required
from postings import workflow
from postings.models import Posting
from postings.panel import Panel


@role_required("approver")
@require_POST
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve and publish. With something open, the approver confirms and says why."""
    posting = get_object_or_404(Posting.objects.select_related("current"), pk=pk)
    comment = request.POST.get("comment", "").strip()
    summary = Panel.of(posting.current.text, posting, timezone.localdate()).summary
    if (summary.must or summary.missing) and not comment:
        messages.error(
            request,
            _(
                "{open}. Bitte schreiben Sie dazu, warum Sie trotzdem freigeben, "
                "oder geben Sie den Text zurück."
            ).format(open=summary.sentence.rstrip(".")),
        )
        return redirect("postings:workplace", pk)
    return _step(request, posting, publishing.approve, comment, _("Die Ausschreibung ist veröffentlicht."))


@role_required("editor", "approver")
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """End a published ad before its deadline."""
    posting = get_object_or_404(Posting, pk=pk)
    comment = request.POST.get("comment", "")
    return _step(request, posting, publishing.close, comment, _("Die Ausschreibung ist geschlossen."))


def _step(request: HttpRequest, posting: Posting, step, comment: str, done: str) -> HttpResponse:
    try:
        step(posting, by=request.user, comment=comment)
    except workflow.Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("postings:workplace", posting.pk)
