"""Settings of the REST interface: who may call, how often, and how its description is made."""

from __future__ import annotations

from typing import Any

from outreach import environment

__all__ = ["OPEN_CHECK", "REST_FRAMEWORK", "SPECTACULAR_SETTINGS"]

#: True lets everyone use /v2/check without a token, also where others than this machine can ask.
OPEN_CHECK = environment.switch("OPEN_CHECK")

REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_SCHEMA_CLASS": "postings.api.description.Schema",
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "postings.api.authentication.BearerAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PAGINATION_CLASS": "postings.api.pagination.Pages",
    "PAGE_SIZE": 50,
    "DEFAULT_THROTTLE_CLASSES": ["postings.api.throttles.PersonThrottle"],
    "DEFAULT_THROTTLE_RATES": {"person": "300/min", "check": "1200/min"},
    "EXCEPTION_HANDLER": "postings.api.errors.handle",
    "URL_FORMAT_OVERRIDE": None,
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}

SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "Stellenausschreibungen prüfen und verbreiten",
    "DESCRIPTION": (
        "Prüft Stellenausschreibungen und verwaltet ihre Fassungen. Anmeldung mit einem Zugriffsschlüssel: "
        "`Authorization: Bearer …`. Jeder Fehler hat dieselbe Form: "
        '`{"type", "errors": [{"code", "detail", "attr"}]}`.'
    ),
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SERVE_AUTHENTICATION": [],
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "postings.api.description.complete",
    ],
}
