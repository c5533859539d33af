"""Job ads: read, write, hand over, decide on findings. All changes are `postings.workflow`'s."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema, extend_schema_view
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ReadOnlyModelViewSet

from outreach.profile import city
from postings import workflow
from postings.api.description import reviewed
from postings.api.permissions import StaffReadsEditorsWrite
from postings.api.serializers import (
    Comment,
    DecisionSerializer,
    DecisionWrite,
    PostingSerializer,
    PostingWrite,
    VersionSerializer,
)
from postings.models import Posting, State
from postings.reports import Options, check_text

_STATE = OpenApiParameter("state", enum=State.values, description="nur Ausschreibungen in diesem Stand")


@extend_schema_view(
    list=extend_schema(summary="Alle Ausschreibungen", parameters=[_STATE]),
    retrieve=extend_schema(summary="Eine Ausschreibung"),
)
class PostingViewSet(ReadOnlyModelViewSet):
    """Ads, found by their slug."""

    serializer_class = PostingSerializer
    permission_classes = [StaffReadsEditorsWrite]
    lookup_field = "slug"
    lookup_value_regex = "[-a-zA-Z0-9_]+"

    def get_queryset(self) -> QuerySet[Posting]:
        """All ads, or those in a state."""
        ads = Posting.objects.select_related("current", "approved", "created_by").order_by(
            "-updated_at", "pk"
        )
        state = self.request.query_params.get("state") if self.action == "list" else None
        if state is None:
            return ads
        if state not in State.values:
            raise ValidationError({"state": [f"Möglich sind: {', '.join(State.values)}."]})
        return ads.filter(state=state)

    @extend_schema(
        summary="Eine Ausschreibung anlegen", request=PostingWrite, responses={201: PostingSerializer}
    )
    def create(self, request: Request) -> Response:
        """A new draft."""
        given = _valid(PostingWrite, request)
        posting = workflow.create(by=request.user, title=given["title"], text=given["text"])
        return Response(PostingSerializer(posting).data, status=201)

    @extend_schema(summary="Einen neuen Text speichern", request=PostingWrite, responses=PostingSerializer)
    def update(self, request: Request, slug: str) -> Response:
        """A new version; an unchanged text makes none."""
        posting = self.get_object()
        given = _valid(PostingWrite, request)
        workflow.save(
            posting,
            by=request.user,
            title=given["title"],
            text=given["text"],
            base_number=given.get("base_version"),
        )
        return Response(PostingSerializer(posting).data)

    @extend_schema(summary="Zur Freigabe geben", request=Comment, responses=PostingSerializer)
    @action(detail=True, methods=["post"])
    def submit(self, request: Request, slug: str) -> Response:
        """Hand a draft over to the people who approve."""
        posting = self.get_object()
        workflow.submit(posting, by=request.user, comment=_valid(Comment, request)["comment"])
        return Response(PostingSerializer(posting).data)

    @extend_schema(
        summary="Den aktuellen Text prüfen",
        responses={200: OpenApiResponse(reviewed("Text"), description="Der Text mit allen Hinweisen")},
    )
    @action(detail=True, methods=["get"])
    def review(self, request: Request, slug: str) -> Response:
        """The object TEXT for the current version, in the city's style."""
        options = Options(date=timezone.localdate(), style=city().get("house_style", "house"))
        return Response(check_text(self.get_object().current.text, options).as_dict())

    @extend_schema(summary="Alle Fassungen", responses=VersionSerializer(many=True))
    @action(detail=True, methods=["get"])
    def versions(self, request: Request, slug: str) -> Response:
        """Every saved text, the newest first."""
        page = self.paginate_queryset(self.get_object().versions.select_related("author"))
        return self.get_paginated_response(VersionSerializer(page, many=True).data)

    @extend_schema(
        summary="Eine Fassung",
        parameters=[OpenApiParameter("number", int, OpenApiParameter.PATH)],
        responses=VersionSerializer,
    )
    @action(detail=True, methods=["get"], url_path=r"versions/(?P<number>[0-9]{1,9})")
    def version(self, request: Request, slug: str, number: str) -> Response:
        """One saved text."""
        versions = self.get_object().versions.select_related("author")
        return Response(VersionSerializer(get_object_or_404(versions, number=int(number))).data)

    @extend_schema(methods=["GET"], summary="Entscheidungen", responses=DecisionSerializer(many=True))
    @extend_schema(
        methods=["POST"],
        summary="Einen Hinweis mit Grund stehen lassen",
        request=DecisionWrite,
        responses={201: DecisionSerializer},
    )
    @action(detail=True, methods=["get", "post"])
    def decisions(self, request: Request, slug: str) -> Response:
        """Decisions in force; POST makes one."""
        posting = self.get_object()
        if request.method == "POST":
            decision = workflow.ignore(posting, by=request.user, **_valid(DecisionWrite, request))
            return Response(DecisionSerializer(decision).data, status=201)
        page = self.paginate_queryset(posting.decisions.in_force().select_related("by"))
        return self.get_paginated_response(DecisionSerializer(page, many=True).data)

    @extend_schema(
        summary="Eine Entscheidung zurücknehmen",
        parameters=[OpenApiParameter("decision", int, OpenApiParameter.PATH)],
        responses={204: None},
    )
    @action(detail=True, methods=["delete"], url_path=r"decisions/(?P<decision>[0-9]{1,9})")
    def decision(self, request: Request, slug: str, decision: str) -> Response:
        """The row stays in the history."""
        in_force = self.get_object().decisions.in_force()
        workflow.withdraw(get_object_or_404(in_force, pk=int(decision)), by=request.user)
        return Response(status=204)


def _valid(serializer_class: type, request: Request) -> dict[str, Any]:
    serializer = serializer_class(data=request.data)
    serializer.is_valid(raise_exception=True)
    return serializer.validated_data
