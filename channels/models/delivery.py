"""The outbox. A row is the only truth about what was or will be sent."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def due(self, now) -> DeliveryQuerySet:
        """Rows to send now: waiting and due, or leased by a worker that died."""
        waiting = models.Q(state=Delivery.State.WAITING, due_at__lte=now)
        orphaned = models.Q(state=Delivery.State.SENDING, lease_until__lt=now)
        return self.filter(waiting | orphaned)

    def troubled(self) -> DeliveryQuerySet:
        """Rows that need a person: failed for good, or unclear."""
        return self.filter(state__in=[Delivery.State.FAILED, Delivery.State.UNCONFIRMED])


class Delivery(models.Model):
    """One message about one version of an ad to one channel."""

    class Action(models.TextChoices):
        PUBLISH = "publish", _("Veröffentlichung")
        CLOSE = "close", _("Schließung")

    class State(models.TextChoices):
        WAITING = "waiting", _("Wartet")
        SENDING = "sending", _("Wird gesendet")
        SENT = "sent", _("Gesendet")
        FAILED = "failed", _("Fehlgeschlagen")
        UNCONFIRMED = "unconfirmed", _("Unklar")
        CANCELLED = "cancelled", _("Abgebrochen")

    version = models.ForeignKey(
        "postings.PostingVersion", on_delete=models.PROTECT, related_name="deliveries"
    )
    channel = models.ForeignKey("channels.Channel", on_delete=models.PROTECT, related_name="deliveries")
    action = models.CharField(max_length=10, choices=Action.choices)
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    #: What was approved is what is sent: made once, in the approving transaction.
    rendition = models.JSONField(default=dict)
    due_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_owner = models.CharField(max_length=60, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    #: Who asked for another try, or found out what became of an unconfirmed one.
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name_plural = "deliveries"
        indexes = [models.Index(fields=["state", "due_at"], name="delivery_due")]
        constraints = [
            models.UniqueConstraint(fields=["version", "channel", "action"], name="one_delivery_per_version")
        ]

    def __str__(self) -> str:
        return f"{self.version} → {self.channel} ({self.action})"
