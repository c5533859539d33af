"""Who may open a page: the one decorator of all staff views."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from outreach import typed

View = Callable[..., HttpResponse]


class SignedOut(PermissionDenied):
    """Somebody sent a text whose session had ended; the page of the error gives it back.

    `back` is the address of the page with the form.
    """

    def __init__(self, back: str) -> None:
        super().__init__()
        self.back = back


def role_required(*roles: str) -> Callable[[View], View]:
    """Signed-out people are sent to sign in, or get back what they typed; without a role: the 403 page."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return _to_sign_in(request)
            if not request.user.has_role(*roles):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """Raises SignedOut for a typed text, which the way to the sign-in page would lose."""
    back = _page(request)
    if typed.texts(request):
        raise SignedOut(back)
    return redirect_to_login(back)


def _page(request: HttpRequest) -> str:
    """The address that can be opened after signing in: of a sent form, the page it stands on."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    sent_from = urlsplit(request.headers.get("Referer", ""))
    return sent_from.path if sent_from.path and sent_from.netloc == request.get_host() else "/"
