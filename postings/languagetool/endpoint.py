"""What every address of the protocol does: who asks, how much, how often, and how errors are told.

Nothing of a request is stored or logged, not even its address: that may hold a token.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import BadRequest as Malformed
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, QueryDict, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from outreach.environment import is_loopback
from outreach.people.models import User
from postings.api.authentication import person_token
from postings.api.throttles import CheckThrottle
from postings.languagetool import query
from postings.languagetool.errors import (
    DeniedError,
    ProtocolError,
    TooLargeError,
    TooOftenError,
    UnusableError,
)

logger = logging.getLogger(__name__)

#: A form may be larger than its text: each umlaut takes six characters of it.
_MAX_BODY = 8 * query.MAX_BYTES
_UNREADABLE = (MultiPartParserError, SuspiciousOperation, Malformed, UnreadablePostError, ValueError)

Answer = Callable[[QueryDict, "User | None"], HttpResponse]


def endpoint(*methods: str, needs_person: bool = False) -> Callable[[Answer], Callable[..., HttpResponse]]:
    """`answer(fields, person)` becomes a view that also takes a token out of its address."""

    def decorate(answer: Answer) -> Callable[..., HttpResponse]:
        @csrf_exempt
        @wraps(answer)
        def view(request: HttpRequest, token: str = "") -> HttpResponse:
            if request.method == "OPTIONS":
                return _finished(HttpResponse(status=204), methods)
            try:
                if request.method not in methods:
                    return _finished(plain_error(_("Diese Methode gibt es hier nicht."), 405), methods)
                fields = _fields(request)
                person = _person(fields, token, needs_person)
                _count(request, person)
                response = answer(fields, person)
            except ProtocolError as error:
                response = plain_error(str(error), error.status)
            except Exception as problem:  # its message could hold text, so only kind and place are logged
                place = traceback.extract_tb(problem.__traceback__)[-1]
                logger.error("Unexpected %s at %s:%s", type(problem).__name__, place.filename, place.lineno)
                response = plain_error(_("Das hat nicht geklappt, und es liegt nicht an Ihnen."), 500)
            return _finished(response, methods)

        return view

    return decorate


def plain_error(sentence: str, status: int) -> HttpResponse:
    """Errors are one line of plain text, as LanguageTool's are."""
    return HttpResponse(f"Error: {sentence}\n", status=status, content_type="text/plain; charset=utf-8")


def is_open() -> bool:
    """True if everyone may check: by setting, or because only this machine can ask."""
    if settings.OPEN_CHECK:
        return True
    public = urlsplit(settings.PUBLIC_URL).hostname  # a proxy in front makes loopback open to others
    return is_loopback(settings.HOST) and (not public or is_loopback(public))


def _fields(request: HttpRequest) -> QueryDict:
    try:
        length = int(request.META.get("CONTENT_LENGTH") or 0)
        if length > _MAX_BODY:
            raise TooLargeError(
                _("Die Anfrage ist zu groß: höchstens {limit} kB Text.").format(limit=query.MAX_BYTES // 1000)
            )
        fields = request.GET.copy()
        for name in request.POST:
            fields.setlist(name, request.POST.getlist(name))
    except _UNREADABLE:
        raise UnusableError(_("Die Anfrage ist kein lesbares Formular in UTF-8.")) from None
    return fields


def _person(fields: QueryDict, token: str, needed: bool) -> User | None:
    username, key = fields.get("username", ""), fields.get("apiKey", "")
    if bool(username) != bool(key):
        raise UnusableError(_("'username' und 'apiKey' gehören zusammen."))
    if not token and not key:
        if needed or not is_open():
            raise DeniedError(
                _(
                    "Dafür brauchen Sie einen Zugriffsschlüssel. Bitte legen Sie ihn in den Einstellungen an "
                    "und tragen Sie als Adresse /t/<Schlüssel>/v2 ein."
                )
            )
        return None
    found = person_token(token or key)
    if found is None or (username and username.casefold() not in _names(found.user)):
        raise DeniedError(_("Dieser Zugriffsschlüssel gilt nicht (mehr). Bitte legen Sie einen neuen an."))
    return found.user


def _names(person: User) -> set[str]:
    return {person.username.casefold(), person.email.casefold()}


def _count(request: HttpRequest, person: User | None) -> None:
    throttle = CheckThrottle()
    if not throttle.allows(request, person):
        raise TooOftenError(_("Das waren zu viele Anfragen in kurzer Zeit. Bitte warten Sie eine Minute."))


def _finished(response: HttpResponse, methods: tuple[str, ...]) -> HttpResponse:
    """Browser add-ons may read the answer, nobody keeps it, and Django does not log its address."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Allow-Methods"] = ", ".join((*methods, "OPTIONS"))
    response["Access-Control-Allow-Headers"] = "Accept, Content-Type"
    response["Cache-Control"] = "no-store"
    if response.status_code == 405:
        response["Allow"] = ", ".join((*methods, "OPTIONS"))
    mark: Any = response
    mark._has_been_logged = True
    return response
