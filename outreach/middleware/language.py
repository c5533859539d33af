"""Staff choose the language of their pages. Public ones have theirs in the address, programs get German."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils import translation

_FOR_PROGRAMS = ("/api/",)


def chosen_here(path: str) -> bool:
    """Whether the page of this address is read in the language a signed-in person chose."""
    return not path.startswith((*settings.PUBLIC_PATHS, *_FOR_PROGRAMS))


def context(request: HttpRequest) -> dict[str, bool]:
    """Template context: whether this page can be read in another language."""
    return {"translated": chosen_here(request.path_info)}


class LanguageMiddleware:
    """`user.language` for signed-in people; never a cookie, never the browser's setting."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = self._language(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
        return response

    @staticmethod
    def _language(request: HttpRequest) -> str:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return settings.LANGUAGE_CODE  # without touching the session
        if not chosen_here(request.path_info):
            return settings.LANGUAGE_CODE
        try:
            chosen = getattr(request.user, "language", settings.LANGUAGE_CODE)
        except (OperationalError, InterfaceError):  # the page about the trouble must not be the next one
            return settings.LANGUAGE_CODE
        return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
