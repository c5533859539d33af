"""What the REST interface tells of events and deliveries."""

from __future__ import annotations

from rest_framework import serializers

from channels.models import Delivery
from outreach.addresses import absolute
from postings import events
from postings.models import Event


class EventSerializer(serializers.ModelSerializer):
    """An event with its state; `page` is its public page."""

    state = serializers.SerializerMethodField()
    page = serializers.SerializerMethodField()
    registration_url = serializers.SerializerMethodField()
    families = serializers.ListField(child=serializers.CharField(), read_only=True)
    reminders = serializers.ListField(child=serializers.IntegerField(), read_only=True)
    postings = serializers.SlugRelatedField(slug_field="slug", many=True, read_only=True)

    class Meta:
        model = Event
        fields = [
            *("id", "slug", "title", "state", "description", "starts_at", "ends_at", "place", "attendance"),
            *("languages", "accessibility", "registration_url", "families", "reminders", "postings"),
            *("sequence", "announced_at", "changed_at", "cancelled_at", "cancel_reason", "page"),
        ]
        read_only_fields = fields

    def get_state(self, event: Event) -> events.State:
        return events.state(event).value

    def get_registration_url(self, event: Event) -> str | None:
        return event.registration_url or None

    def get_page(self, event: Event) -> str | None:
        return absolute(event.get_absolute_url()) if event.announced_at else None


class DeliverySerializer(serializers.ModelSerializer):
    """One message to one channel, about an ad or an event."""

    channel = serializers.CharField(source="channel.name", read_only=True)
    kind = serializers.CharField(source="channel.kind", read_only=True)
    posting = serializers.CharField(
        source="version.posting.slug", read_only=True, default=None, allow_null=True
    )
    event = serializers.CharField(source="event.slug", read_only=True, default=None, allow_null=True)
    instead_of = serializers.IntegerField(source="instead_of_id", read_only=True, allow_null=True)

    class Meta:
        model = Delivery
        fields = [
            *("id", "uid", "channel", "kind", "posting", "event", "action", "state", "attempts", "error"),
            *("due_at", "sent_at", "created_at", "instead_of"),
        ]
        read_only_fields = fields
