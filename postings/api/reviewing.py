"""Review a text, and read the rules."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils import timezone
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework.viewsets import GenericViewSet

from postings.api.description import reviewed
from postings.api.serializers import ReviewRequest, RuleSerializer
from postings.documents import accept_text
from postings.reports import Options, check_text
from postings.review import rulebook


class ReviewView(APIView):
    """Nothing is stored."""

    @extend_schema(
        summary="Einen Text prüfen",
        description="Nichts wird gespeichert. Zeilenenden werden zu `\\n`, Steuerzeichen fallen weg; alle "
        "Stellenangaben zählen im `text` der Antwort, in Unicode-Zeichen.",
        request=ReviewRequest,
        responses={200: OpenApiResponse(reviewed("Text"), description="Der Text mit allen Hinweisen")},
    )
    def post(self, request: Request) -> Response:
        """The object TEXT of CONTRACT §2."""
        asked = ReviewRequest(data=request.data)
        asked.is_valid(raise_exception=True)
        given = asked.validated_data
        options = Options(
            date=given.get("date") or timezone.localdate(),
            style=given["style"],
            lang=given["lang"],
            fix=given.get("fix"),
        )
        return Response(check_text(accept_text(given["text"]), options).as_dict())


class RuleViewSet(ListModelMixin, GenericViewSet):
    """The rules, as their files say."""

    serializer_class = RuleSerializer
    lookup_value_regex = "[a-z0-9-]+"

    def get_queryset(self) -> list[Any]:
        """All rules; pages cut the list."""
        return list(rulebook.load().rules.values())

    @extend_schema(summary="Alle Regeln")
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The rules by page."""
        return super().list(request, *args, **kwargs)

    @extend_schema(summary="Eine Regel")
    def retrieve(self, request: Request, pk: str) -> Response:
        """One rule."""
        rule = rulebook.load().rules.get(pk)
        if rule is None:
            raise Http404
        return Response(RuleSerializer(rule).data)
