"""Tracked links inside Django: for the test client. Servers answer them before (`tracked.TrackedLinks`)."""

from __future__ import annotations

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from outreach.reach import counting, tracked
from outreach.reach.opening.directory import CODE, Target, Unavailable, look_up
from outreach.reach.opening.judging import Judge


def _find(code: str) -> Target | None:
    """Without a memory: what was just stored is found."""
    try:
        return look_up(code) if CODE.fullmatch(code) else None
    except DatabaseError as error:
        raise Unavailable from error


@csrf_exempt
def tracked_link(request: HttpRequest, code: str) -> HttpResponse:
    """The same answer as the wrapper's; counts are written at once, since no timer runs here."""
    answer = tracked.respond(request.META, _find)
    response = HttpResponse(answer.body, status=int(answer.status[:3]))
    del response["Content-Type"]
    for name, value in answer.headers:
        response[name] = value
    tracked.count(request.META, answer, counting.buffer, Judge())
    counting.buffer.flush()
    return response


urlpatterns = [
    path("l/<path:code>", tracked_link, name="tracked_link"),
    path("q/<path:code>", tracked_link, name="tracked_qr"),
]
