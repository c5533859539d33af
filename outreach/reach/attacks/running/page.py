"""The last signed report, for the data protection officer and everybody who reads reports."""

from __future__ import annotations

import datetime
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from outreach.people.access import role_required
from outreach.people.models import Role
from outreach.reach.attacks.running import report

readers = role_required(*Role.values)

#: An older report says little about what was published since.
FRESH = datetime.timedelta(days=35)


@require_safe
@readers
def show(request: HttpRequest) -> HttpResponse:
    """What was attacked and what came of it. What a successful attack found out stands in the file alone."""
    return render(request, "reach/attacks.html", {"found": _context(report.last())})


@require_safe
@readers
def download(request: HttpRequest) -> FileResponse:
    """The signed file, as long as it holds no secret: after a successful attack it is not handed out."""
    content = report.last()
    if content is None or content["succeeded"]:
        raise Http404
    path = report.folder() / report.FILE
    return FileResponse(
        path.open("rb"), as_attachment=True, filename=f"angriffe-{content['made_at'][:10]}.json"
    )


def _context(content: report.Content | None) -> dict[str, Any] | None:
    if content is None:
        return None
    made = datetime.datetime.fromisoformat(content["made_at"])
    return {
        **content,
        "made": made,
        "is_old": timezone.now() - made > FRESH,
        "seconds": sum(one["seconds"] for one in content["attacks"]),
        "off": [name for name, on in content["protections"]["protections"].items() if not on],
    }
