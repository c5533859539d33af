"""Pages for what went wrong: what happened, what it means, what to do. Typed text is given back."""

from __future__ import annotations

import logging
import sys
from http import HTTPStatus
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import resolve_url
from django.template import loader
from django.utils.translation import gettext as _

from outreach import metrics, profile, typed
from outreach.people.access import SignedOut

logger = logging.getLogger(__name__)

API_PATHS = ("/api/", "/v2/", "/t/")


def page(
    request: HttpRequest,
    status: int,
    *,
    message: str = "",
    texts: list[dict[str, str]] | None = None,
    heading: str = "",
    sign_in: str = "",
) -> HttpResponse:
    """The page of a status; it reads neither session nor database. Programs get the one JSON form.

    `heading` replaces the status's own one; `sign_in` is where signing in leads, as a relative address.
    """
    if request.path_info.startswith(API_PATHS):
        return _for_programs(status, message)
    context = {
        "message": message,
        "texts": texts or [],
        "status": status,
        "title": heading,
        "sign_in": sign_in,
    }
    try:
        body = loader.render_to_string(f"{status}.html", {**context, "city": profile.city()})
    except Exception as error:  # the page about an error must not be the next error
        logger.error("Die Fehlerseite %s ist selbst fehlerhaft: %r", status, error)
        body = loader.render_to_string("errors/plain.html", context)
    return HttpResponse(body, status=status)


def _for_programs(status: int, message: str) -> JsonResponse:
    kind = "client_error" if status < 500 else "server_error"
    error = {
        "code": HTTPStatus(status).name.lower(),
        "detail": message or HTTPStatus(status).phrase,
        "attr": None,
    }
    return JsonResponse({"type": kind, "errors": [error]}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, or 413 when what was sent is too big."""
    if isinstance(exception, RequestDataTooBig):
        return page(request, 413)
    return page(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403; somebody whose session ended while writing gets the text back and the way to sign in."""
    if isinstance(exception, SignedOut):
        return page(
            request,
            403,
            heading=_("Sie sind nicht mehr angemeldet"),
            message=_("Darum ist Ihr Text noch nicht gespeichert. Bitte melden Sie sich wieder an."),
            texts=typed.texts(request),
            sign_in=f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': exception.back})}",
        )
    return page(request, 403, message=str(exception))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was open for too long: the text comes back instead of being lost."""
    message = _(
        "Die Seite war zu lange offen, oder Sie haben sich inzwischen ab- und wieder angemeldet. "
        "Deshalb wurde das Formular nicht angenommen. "
        "Bitte laden Sie die Seite neu und senden Sie es noch einmal ab."
    )
    return page(
        request,
        403,
        heading=_("Das Formular wurde nicht angenommen"),
        message=message,
        texts=typed.texts(request),
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500; or 503 when it was the database, also when the session could not be stored."""
    if is_trouble(sys.exc_info()[1]):
        return database_trouble(request, sys.exc_info()[1])
    return page(request, 500, texts=typed.texts(request))


def is_trouble(error: BaseException | None) -> bool:
    """True if the database cannot be reached, is read-only, full or locked."""
    while error is not None:
        if isinstance(error, OperationalError | InterfaceError):
            return True
        error = error.__cause__ or error.__context__
    return False


def database_trouble(request: HttpRequest, error: BaseException | None) -> HttpResponse:
    """503 with the typed text, so that a person can keep it until the database is back."""
    metrics.DATABASE_TROUBLE.inc()
    logger.error("Datenbank: %s", error)
    message = _(
        "Die Datenbank nimmt gerade nichts an. Ihre Eingabe ist nicht gespeichert. "
        "Bitte versuchen Sie es in einigen Minuten noch einmal."
    )
    response = page(request, 503, message=message, texts=typed.texts(request))
    response["Retry-After"] = "60"
    return response
