"""`/healthz`: the process answers. `/readyz`: it can do its work; Einstellungen tells people the same."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cache

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from outreach.processes import preflight
from postings.review import review

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Part:
    """One part of the service for people: what it is called, whether it works, and what that means."""

    name: str
    good: bool
    sentence: str


@require_safe
@never_cache
def alive(request: HttpRequest) -> HttpResponse:
    """Liveness: asks nothing of anyone."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
@never_cache
def ready(request: HttpRequest) -> JsonResponse:
    """Readiness: database and language data decide; an absent broker only delays what is sent."""
    parts = _parts()
    told = {name: "ok" if good else "failed" for name, good in parts.items()}
    if not (parts["database"] and parts["language"]):
        return JsonResponse({"status": "failed", **told}, status=503)
    return JsonResponse({"status": "ok" if parts["broker"] else "degraded", **told})


def told() -> list[Part]:
    """What `/readyz` answers, in words for administrators."""
    parts = _parts()
    words = [
        (
            "database",
            _("Datenbank"),
            _("Ausschreibungen, Partner und Zahlen lassen sich lesen und speichern."),
            _("Sie antwortet nicht oder es fehlen Tabellen. Im Protokoll auf dem Server steht der Grund."),
        ),
        (
            "language",
            _("Sprachprüfung"),
            _("Texte werden geprüft."),
            _("Regeln oder Wörterlisten laden nicht. Im Protokoll auf dem Server steht der Grund."),
        ),
        (
            "broker",
            _("Wecker für Sendungen"),
            _("Was hinausgeht, geht sofort hinaus."),
            _("Er antwortet nicht. Nichts geht verloren, aber Sendungen gehen später hinaus."),
        ),
    ]
    return [Part(name, parts[key], good if parts[key] else bad) for key, name, good, bad in words]


def _parts() -> dict[str, bool]:
    return {"database": _database(), "language": _language(), "broker": preflight.broker_answers()}


def _database() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return _known_migrated()
    except (DatabaseError, OSError) as error:
        logger.error("Datenbank: %s", error)
        return False


@cache
def _known_migrated() -> bool:
    """Tables once up to date stay so for this process's code; only success is remembered."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise DatabaseError("Es fehlen Tabellen: manage.py migrate")
    return True


@cache
def _reviewed() -> bool:
    """A real review of one sentence; only success is remembered, a failure raises each time."""
    return review("Wir suchen eine Person.").text != ""


def _language() -> bool:
    try:
        return _reviewed()
    except Exception:  # whatever is wrong with rules or lexicon: not ready, and the log says why
        logger.exception("Die Sprachdaten lassen sich nicht laden.")
        return False
