"""Approving, which publishes, and closing: the two steps of an ad that reach the channels."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from channels import publishing
from channels.models import Approval
from channels.publishing import approving, ending
from outreach.people.access import role_required
from outreach.people.models import Role
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
    answer = _step(request, posting, publishing.close, comment, _("Die Ausschreibung ist geschlossen."))
    left = [place for place in ending.still_visible(posting) if place.waits]
    if left:
        messages.warning(request, _("Sie kann noch zu sehen sein. Unten steht, wo und was hilft."))
        return redirect(f"{reverse('channels:deliveries', args=[pk])}#noch-zu-sehen")
    return answer


@role_required(*Role.values)
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """What was approved, and whether that is what went out."""
    posting = get_object_or_404(Posting.objects.select_related("approved"), pk=pk)
    approval = _approval(posting)
    context = {"posting": posting, "approval": approval, "compared": approval and approving.compare(approval)}
    return render(request, "channels/record.html", context)


@role_required(*Role.values)
def record_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The same as a file, with every rendition in full."""
    posting = get_object_or_404(Posting.objects.select_related("approved"), pk=pk)
    if (approval := _approval(posting)) is None:
        raise Http404
    response = JsonResponse(
        approving.export(approval), json_dumps_params={"ensure_ascii": False, "indent": 2}
    )
    response["Content-Disposition"] = f'attachment; filename="freigabe-{posting.slug}.json"'
    return response


def _approval(posting: Posting) -> Approval | None:
    return (
        Approval.objects.filter(version=posting.approved_id).select_related("version__posting", "by").first()
    )


def _step(request: HttpRequest, posting: Posting, step, comment: str, done: str) -> HttpResponse:
    try:
        step(posting, by=request.user, comment=comment)
    except workflow.Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("postings:workplace", posting.pk)
