"""`POST /api/v1/funnel/reports/`: the application portal tells its counts."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed, ErrorDetail, ValidationError
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from outreach.reach.funnel import keys, taking_in
from outreach.reach.funnel.cells import MOST, Row
from outreach.reach.funnel.models import PortalKey
from outreach.reach.funnel.steps import Step
from postings.api.errors import Conflict

LARGEST = 2 * 1024 * 1024


class Signature(BaseAuthentication):
    """Standard Webhooks: the id is the report's name, the moment is now, the signature covers every byte."""

    def authenticate(self, request: Request) -> tuple[AnonymousUser, PortalKey]:
        """(nobody, the key); a 401 that says what to look at."""
        headers = {name: request.headers.get(name, "") for name in keys.HEADERS}
        body = request._request.body
        key = keys.signer_of(body, headers) if all(headers.values()) and len(body) <= LARGEST else None
        if key is None:
            raise AuthenticationFailed(_(
                "Die Unterschrift stimmt nicht. Nötig sind die Kopfzeilen webhook-id, webhook-timestamp "
                "(höchstens 5 Minuten alt) und webhook-signature mit einem gültigen Schlüssel, und "
                "höchstens 2 MB."
            ))  # fmt: skip
        return AnonymousUser(), key

    def authenticate_header(self, request: Request) -> str:
        """What a 401 answer asks for."""
        return "StandardWebhooks"


class SignatureScheme(OpenApiAuthenticationExtension):
    """How the OpenAPI description names it."""

    target_class = Signature
    name = "signature"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        """One of the three headers: OpenAPI has no scheme that names all."""
        told = "Standard Webhooks v1: webhook-id, webhook-timestamp, webhook-signature; standardwebhooks.com"
        return {"type": "apiKey", "in": "header", "name": "webhook-signature", "description": told}


class IsPortal(BasePermission):
    """Whoever signed with a portal's key."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        """True for a valid signature."""
        return isinstance(request.auth, PortalKey)


class RowSerializer(serializers.Serializer):
    """A number: so many applications reached this step in this period by this code."""

    posting = serializers.CharField(
        max_length=120, required=False, allow_blank=True, default="",
        help_text="letzter Teil der Adresse der Stelle; darf fehlen, wenn ein Code da ist",
    )  # fmt: skip
    code = serializers.CharField(
        max_length=40, required=False, allow_blank=True, default="",
        help_text="der Kanal-Code aus der Adresse, mit der jemand kam; leer: niemand brachte einen mit",
    )  # fmt: skip
    step = serializers.ChoiceField(choices=Step.choices)
    period = serializers.CharField(max_length=40, help_text="ein Tag (2026-11-16) oder eine Woche (2026-W47)")
    count = serializers.IntegerField(min_value=0, max_value=MOST)


class ReportSerializer(serializers.Serializer):
    """A report: all of it is taken in, or nothing."""

    rows = RowSerializer(many=True, allow_empty=False, max_length=taking_in.MOST_ROWS)


class TakenSerializer(serializers.Serializer):
    """What became of the rows."""

    report = serializers.CharField()
    known = serializers.BooleanField(help_text="wahr: diese Meldung war schon da, nichts hat sich geändert")
    added = serializers.IntegerField()
    corrected = serializers.IntegerField()
    unchanged = serializers.IntegerField()


class ReportView(APIView):
    """Reports of the application portal."""

    authentication_classes = [Signature]
    permission_classes = [IsPortal]

    @extend_schema(
        summary="Zahlen des Bewerbungsportals melden",
        description=(
            "Nur Anzahlen, nie Personen. Unterschrieben nach Standard Webhooks; `webhook-id` ist der Name "
            "der Meldung: Dieselbe noch einmal ändert nichts, eine neue für denselben Zeitraum berichtigt."
        ),
        request=ReportSerializer,
        responses={200: TakenSerializer, 201: TakenSerializer},
    )
    def post(self, request: Request) -> Response:
        """Take the report in."""
        name = request.headers.get("webhook-id", "")
        if not taking_in.NAME.fullmatch(name):
            detail = _(
                "Der Name der Meldung (webhook-id) darf nur Buchstaben ohne Umlaute, Ziffern, Punkt, "
                "Unterstrich und Bindestrich haben, höchstens 64."
            )
            raise ValidationError({"webhook-id": [detail]})
        told = ReportSerializer(data=request.data)
        told.is_valid(raise_exception=True)
        rows = [Row(**row) for row in told.validated_data["rows"]]
        try:
            report, fresh = taking_in.take_in(name, rows, taking_in.Sender(key=request.auth))
        except taking_in.Refused as refused:
            raise ValidationError(_by_row(refused.problems)) from None
        except taking_in.OtherContent:
            raise Conflict(_("Eine Meldung dieses Namens (webhook-id) war schon da, mit anderen Zahlen. Eine "
                             "Berichtigung braucht einen neuen Namen.")) from None  # fmt: skip
        answer = {
            "report": report.name,
            "known": not fresh,
            "added": report.added,
            "corrected": report.corrected,
            "unchanged": report.unchanged,
        }
        return Response(answer, status=201 if fresh else 200)


def _by_row(problems: list[Any]) -> dict[str, Any]:
    """ "rows.3.count" and its sentence."""
    return {
        f"rows.{problem.row}.{problem.field}": [ErrorDetail(problem.sentence, "wrong_row")]
        for problem in problems
    }
