"""Released tables over REST: staff reads them, nobody filters them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from django.http import StreamingHttpResponse
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from outreach.reach import released
from outreach.reach.api.serializers import ReleasesSerializer, TableSerializer
from outreach.reach.released import Figure, Key, Table
from outreach.reach.released.printing import Part
from postings.api.permissions import StaffReadsEditorsWrite
from postings.api.throttles import PersonThrottle


class TablesThrottle(PersonThrottle):
    """A year has some hundreds of tables; whoever fetches them all may."""

    scope = "check"


class Tables(APIView):
    """Which tables were released."""

    permission_classes = [StaffReadsEditorsWrite]
    throttle_classes = [TablesThrottle]

    @extend_schema(
        operation_id="reach_tables_list",
        summary="Alle veröffentlichten Tabellen der Reichweite",
        responses=ReleasesSerializer,
    )
    def get(self, request: Request) -> Response:
        """Every release of every table, the oldest first."""
        return Response({"tables": [release._asdict() for release in released.releases()]})


class OneTable(APIView):
    """One release of one table."""

    permission_classes = [StaffReadsEditorsWrite]
    throttle_classes = [TablesThrottle]

    @extend_schema(summary="Eine veröffentlichte Tabelle der Reichweite", responses=TableSerializer)
    def get(self, request: Request, name: str, last: datetime.date) -> StreamingHttpResponse:
        """All its figures, exactly as they were released: sent while they are read."""
        found = released.printed(name, last)
        if found is None:
            raise NotFound(_("Diese Tabelle wurde für diesen Tag nicht veröffentlicht."))
        return StreamingHttpResponse(as_json(*found), content_type="application/json")


def as_json(table: Table, parts: Iterable[Part]) -> Iterator[bytes]:
    """A table as a JSON text, written while its cells are read."""
    render = JSONRenderer().render
    yield render(_facts(table)).removesuffix(b"}") + b',"cells":['
    before = b""
    for part in parts:
        if part:
            yield before + render([_cell(*one) for one in part])[1:-1]
            before = b","
    yield b"]}"


def _facts(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "period": table.period,
        "first": table.first,
        "last": table.last,
        "released_at": table.released_at,
        "digest": table.digest,
        "measure": table.measure,
        "protection_class": table.protection_class,
        "method": table.method,
        "base": table.base,
        "threshold": table.threshold,
        "dimensions": list(table.dimensions),
        "labels": table.labels,
    }


def _cell(key: Key, figure: Figure) -> dict[str, Any]:
    return {
        "key": list(key),
        "value": figure.value,
        "lower": figure.lower,
        "upper": figure.upper,
        "reason": figure.reason,
    }
