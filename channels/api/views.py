"""Events and deliveries, to read."""

from __future__ import annotations

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework.exceptions import ValidationError
from rest_framework.viewsets import ReadOnlyModelViewSet

from channels.api.serializers import DeliverySerializer, EventSerializer
from channels.models import Delivery
from postings.api.permissions import StaffReadsEditorsWrite
from postings.models import Event

_STATE = OpenApiParameter("state", enum=Delivery.State.values, description="nur Sendungen in diesem Stand")


@extend_schema_view(
    list=extend_schema(summary="Alle Veranstaltungen"),
    retrieve=extend_schema(summary="Eine Veranstaltung"),
)
class EventViewSet(ReadOnlyModelViewSet):
    """Events, found by their slug; the latest one first."""

    serializer_class = EventSerializer
    permission_classes = [StaffReadsEditorsWrite]
    queryset = Event.objects.prefetch_related("postings").order_by("-starts_at", "-pk")
    lookup_field = "slug"
    lookup_value_regex = "[-a-zA-Z0-9_]+"


@extend_schema_view(
    list=extend_schema(summary="Alle Sendungen", parameters=[_STATE]),
    retrieve=extend_schema(summary="Eine Sendung"),
)
class DeliveryViewSet(ReadOnlyModelViewSet):
    """What went to which channel; the newest first."""

    serializer_class = DeliverySerializer
    permission_classes = [StaffReadsEditorsWrite]
    queryset = Delivery.objects.all()
    lookup_value_regex = "[0-9]{1,9}"

    def get_queryset(self) -> QuerySet[Delivery]:
        """All, or those in a state."""
        rows = Delivery.objects.telling().select_related("channel", "version__posting", "event")
        rows = rows.order_by("-created_at", "-pk")
        state = self.request.query_params.get("state") if self.action == "list" else None
        if state is None:
            return rows
        if state not in Delivery.State.values:
            raise ValidationError({"state": [f"Möglich sind: {', '.join(Delivery.State.values)}."]})
        return rows.filter(state=state)
