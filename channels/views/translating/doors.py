"""The two doors to the desk. Both lead a view its `Actor`."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt

from channels.translating import people
from outreach.people.access import role_required
from outreach.people.models import Role

View = Callable[..., HttpResponse]
#: Who of the staff translates and reviews.
ROLES = (Role.EDITOR, Role.OUTREACH)
_HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store, private",
}


def for_staff(view: View) -> View:
    """Signed-in staff; the view gets an actor with every language."""

    @role_required(*ROLES)
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, people.staff(request.user), *args, **kwargs)

    return answer


def for_guests(view: View) -> View:
    """Invited people by their link: no cookie, so the signed token in the address is all that counts."""

    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest, token: str, *args: Any, **kwargs: Any) -> HttpResponse:
        with translation.override("de"):
            response = _answer(request, token, *args, **kwargs)
        for name, value in _HEADERS.items():
            response.headers[name] = value
        return response

    def _answer(request: HttpRequest, token: str, *args: Any, **kwargs: Any) -> HttpResponse:
        actor = people.guest(token)
        if actor is None:
            return render(request, "translating/gone.html", status=404)
        try:
            return view(request, actor, *args, **kwargs)
        except Http404:
            return render(request, "translating/gone.html", status=404)

    return answer
