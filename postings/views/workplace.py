"""The workplace of an ad: text, findings, and the steps that are possible now."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from outreach.people.access import role_required
from postings import workflow
from postings.documents.cleaning import clean_text
from postings.forms import AdForm
from postings.models import Posting, State
from postings.panel import Panel

READERS = ("editor", "approver", "outreach", "reporting", "administrator")


@role_required("editor")
def new(request: HttpRequest) -> HttpResponse:
    """Paste an ad; saving makes a draft and opens its workplace."""
    form = AdForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            posting = workflow.create(
                by=request.user, title=form.cleaned_data["title"], text=form.cleaned_data["text"]
            )
        except workflow.Refused as refusal:
            form.add_error("text", str(refusal))
        else:
            return redirect("postings:workplace", posting.pk)
    context = {"form": form, "paste_url": reverse("postings:paste"), "upload_url": reverse("postings:upload")}
    return render(request, "postings/new.html", context, status=422 if form.errors else 200)


@role_required(*READERS)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the workplace; a POST saves, checks, or saves and hands over (`action`)."""
    posting = get_object_or_404(Posting.objects.select_related("current__author"), pk=pk)
    if request.method != "POST":
        return render(request, "postings/workplace.html", workplace_context(request, posting))
    if not request.user.has_role("editor"):
        return render(request, "403.html", status=403)
    form = AdForm(request.POST)
    if request.POST.get("action") == "check" or not form.is_valid() or not _saved(request, posting, form):
        status = 422 if form.errors else 200
        return render(
            request, "postings/workplace.html", workplace_context(request, posting, form), status=status
        )
    return redirect("postings:workplace", posting.pk)


def _saved(request: HttpRequest, posting: Posting, form: AdForm) -> bool:
    data = form.cleaned_data
    try:
        version = workflow.save(
            posting, by=request.user, title=data["title"], text=data["text"], base_number=data["base_version"]
        )
        if request.POST.get("action") == "submit":
            workflow.submit(posting, by=request.user)
    except workflow.Refused as refusal:
        form.add_error("text", str(refusal))
        return False
    if request.POST.get("action") == "submit":
        messages.success(request, _("Die Ausschreibung wartet jetzt auf die Freigabe."))
    else:
        messages.success(request, _("Gespeichert als Version {number}.").format(number=version.number))
    return True


def workplace_context(request: HttpRequest, posting: Posting, form: AdForm | None = None) -> dict[str, Any]:
    """Everything `postings/workplace.html` shows. With a form, its text is what is reviewed."""
    version = posting.current
    text = clean_text(form.data.get("text", "")) if form else version.text
    title = form.data.get("title", "") if form else version.title
    panel = Panel.of(text, posting, timezone.localdate(), title)
    initial = {"title": version.title, "text": version.text, "base_version": version.number}
    return {
        **panel.context(),
        **possible_steps(request, posting),
        "posting": posting,
        "version": version,
        "form": form or AdForm(initial=initial),
        "marks": panel.marks(),
        "status": panel.status,
        "read_title": panel.read_title,
        "check_url": reverse("postings:check", args=[posting.pk]),
        "paste_url": reverse("postings:paste"),
        "upload_url": reverse("postings:upload"),
    }


def possible_steps(request: HttpRequest, posting: Posting) -> dict[str, bool]:
    """Which buttons the person gets, by role and state."""
    person, state = request.user, posting.state
    editor, approver = person.has_role("editor"), person.has_role("approver")
    waiting = state == State.IN_REVIEW
    own_text = waiting and approver and not workflow.may_approve(posting, person)
    return {
        "can_edit": editor and state == State.DRAFT,
        "can_submit": editor and state == State.DRAFT,
        "can_approve": approver and waiting and not own_text,
        "can_send_back": waiting and (approver or editor),
        "back_needs_reason": waiting and not workflow.wrote(posting, person),
        "can_close": state == State.PUBLISHED and (editor or approver),
        "can_duplicate": editor,
        "can_decide": (editor or approver) and state in {State.DRAFT, State.IN_REVIEW},
        "own_text": own_text,
    }
