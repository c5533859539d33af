"""Ignoring a finding with a reason, and taking that back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from outreach.people.access import role_required
from postings import workflow
from postings.documents.cleaning import clean_text
from postings.forms import AdForm
from postings.models import Posting
from postings.panel import Panel
from postings.views.workplace import possible_steps, workplace_context


@role_required("editor", "approver")
@require_POST
def ignore(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the decision; the text on the screen is not touched."""
    posting = get_object_or_404(Posting, pk=pk)
    error = _decide(request, posting)
    return _answer(request, posting, error)


def _decide(request: HttpRequest, posting: Posting) -> str:
    """Store the decision; returns the sentence of refusal or an empty string."""
    if not possible_steps(request, posting)["can_decide"]:
        return _("Diese Ausschreibung lässt sich nicht mehr ändern.")
    data = request.POST
    finding = data.get("finding", "")[:200]
    reason = data.get("reason") or data.get(f"reason-{finding}", "")
    rule, quote = data.get("rule", ""), data.get("quote", "")
    if not rule:  # without script only the button's finding travels along
        rule, quote = Panel.of(clean_text(data.get("text", "")), posting, timezone.localdate()).about(finding)
    try:
        workflow.ignore(
            posting,
            by=request.user,
            finding=finding,
            rule=rule[:80],
            quote=quote,
            reason=reason,
        )
    except workflow.Refused as refusal:
        return str(refusal)
    return ""


@role_required("editor", "approver")
@require_POST
def withdraw(request: HttpRequest, pk: int, decision: int) -> HttpResponse:
    """The finding is open again."""
    posting = get_object_or_404(Posting, pk=pk)
    workflow.withdraw(get_object_or_404(posting.decisions, pk=decision), by=request.user)
    return _answer(request, posting, "")


def _answer(request: HttpRequest, posting: Posting, error: str) -> HttpResponse:
    """JSON for the script; without it the page again, with the text that travelled along."""
    if request.headers.get("Accept", "").startswith("application/json"):
        return JsonResponse({"error": error} if error else {"ok": True}, status=400 if error else 200)
    if error:
        messages.error(request, error)
    if "text" not in request.POST:
        return redirect("postings:workplace", posting.pk)
    return render(
        request, "postings/workplace.html", workplace_context(request, posting, AdForm(request.POST))
    )
