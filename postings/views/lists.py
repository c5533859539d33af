"""The list of ads, and earlier versions of one."""

from __future__ import annotations

import difflib

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from outreach.people.access import role_required
from postings.models import Posting, State

READERS = ("editor", "approver", "outreach", "reporting", "administrator")
PAGE_SIZE = 20


@role_required(*READERS)
def overview(request: HttpRequest) -> HttpResponse:
    """All ads, newest change first; `q` searches, `state` filters."""
    query, state = request.GET.get("q", "").strip()[:200], request.GET.get("state", "")
    found = Posting.objects.matching(query, state).select_related("current", "created_by")
    context = {
        "postings": Paginator(found, PAGE_SIZE).get_page(request.GET.get("page")),
        "query": query,
        "state": state,
        "states": State.choices,
        "may_write": request.user.has_role("editor"),
    }
    return render(request, "postings/list.html", context)


@role_required(*READERS)
def version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """An earlier version, with what changed since the one before it."""
    posting = get_object_or_404(Posting, pk=pk)
    shown = get_object_or_404(posting.versions.select_related("author"), number=number)
    before = posting.versions.filter(number=number - 1).first()
    rows = diff_rows(before.text if before else "", shown.text)
    return render(
        request,
        "postings/version.html",
        {"posting": posting, "version": shown, "before": before, "diff_rows": rows},
    )


def diff_rows(before: str, after: str) -> list[tuple[str, str]]:
    """Lines with "same", "added" or "removed"."""
    tags = {"  ": "same", "+ ": "added", "- ": "removed"}
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [(tags[line[:2]], line[2:]) for line in lines if line[:2] in tags]
