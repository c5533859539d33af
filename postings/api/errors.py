"""One error shape for everything: `{"type", "errors": [{"code", "detail", "attr"}]}`."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.signals import got_request_exception
from django.db import InterfaceError, OperationalError
from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import set_rollback

from postings import workflow
from postings.documents import DocumentError

logger = logging.getLogger("django.request")


class Conflict(exceptions.APIException):
    """The step may not happen in the state things are in."""

    status_code = 409
    default_code = "refused"


def handle(problem: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's exception handler: every exception becomes the one shape."""
    if isinstance(problem, OperationalError | InterfaceError):
        return None  # goes on to the middleware that answers 503 for every database trouble
    known = _known(problem)
    if known is None:
        return _unexpected(problem, context)
    set_rollback()
    headers = {}
    if getattr(known, "auth_header", None):
        headers["WWW-Authenticate"] = known.auth_header
    if getattr(known, "wait", None):
        headers["Retry-After"] = str(int(known.wait) + 1)
    kind = "validation_error" if isinstance(known, exceptions.ValidationError) else "client_error"
    return Response(body(kind, list(_errors(known.detail))), status=known.status_code, headers=headers)


def body(kind: str, errors: list[dict[str, Any]]) -> dict[str, Any]:
    """The shape."""
    return {"type": kind, "errors": errors}


def single(kind: str, code: str, detail: str) -> dict[str, Any]:
    """The shape with one error that belongs to no field."""
    return body(kind, [{"code": code, "detail": detail, "attr": None}])


def _known(problem: Exception) -> exceptions.APIException | None:
    if isinstance(problem, workflow.Refused):
        return Conflict(str(problem))
    if isinstance(problem, DocumentError):
        return exceptions.ValidationError({"text": [exceptions.ErrorDetail(problem.message, problem.code)]})
    if isinstance(problem, Http404):
        return exceptions.NotFound()
    if isinstance(problem, PermissionDenied):
        return exceptions.PermissionDenied()
    return problem if isinstance(problem, exceptions.APIException) else None


def _errors(detail: Any, attr: str | None = None) -> Iterator[dict[str, Any]]:
    if isinstance(detail, dict):
        for key, value in detail.items():
            name = None if key == "non_field_errors" else str(key)
            yield from _errors(value, ".".join(part for part in (attr, name) if part) or None)
    elif isinstance(detail, list):
        for index, value in enumerate(detail):
            nested = isinstance(value, dict | list)
            yield from _errors(value, f"{attr}.{index}" if nested and attr else attr)
    else:
        yield {"code": getattr(detail, "code", "error"), "detail": str(detail), "attr": attr}


def _unexpected(problem: Exception, context: dict[str, Any]) -> Response:
    """A mistake of ours: told without its inside; logged by kind and place, as its message may hold text."""
    set_rollback()
    request = context.get("request")
    got_request_exception.send(sender=None, request=getattr(request, "_request", None))
    places = "".join(traceback.format_tb(problem.__traceback__))
    logger.error("Unexpected %s in the REST interface\n%s", type(problem).__name__, places)
    detail = _(
        "Das hat nicht geklappt, und es liegt nicht an Ihnen. Bitte versuchen Sie es später noch einmal."
    )
    return Response(single("server_error", "error", detail), status=500)
