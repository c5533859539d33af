"""The outbox. A row is the only truth about what was or will be sent."""

from __future__ import annotations

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from postings.models import Posting, State

#: Begins the keys of what is about no ad and no event: tests, proofs, whole feeds (`outbox.put_note`).
NOTE = "note:"


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def due(self, now) -> DeliveryQuerySet:
        """Rows that may be sent now, as far as they themselves are concerned."""
        return self.filter(state=Delivery.State.WAITING, due_at__lte=now)

    def troubled(self) -> DeliveryQuerySet:
        """Rows that need a person: failed for good, or unclear."""
        return self.telling().filter(state__in=[Delivery.State.FAILED, Delivery.State.UNCONFIRMED])

    def telling(self) -> DeliveryQuerySet:
        """Rows about ads and events, without what we and receivers tell each other (tests, proofs …)."""
        return self.exclude(key__startswith=NOTE)

    def asking(self, now: datetime.datetime) -> DeliveryQuerySet:
        """Of those, the ones to ask about now: nothing went another way instead, what it is about still
        goes on, and nobody said "I don't know yet" a moment ago (then `due_at` says when to ask again).
        """
        alive = [Delivery.State.WAITING, Delivery.State.SENDING, Delivery.State.SENT]
        instead = Delivery.objects.filter(instead_of=models.OuterRef("pk"), state__in=alive)
        opening = models.Q(action=Delivery.Action.PUBLISH)
        closed = opening & models.Q(version__posting__state=State.CLOSED)
        over = models.Q(event__ends_at__lt=now) | opening & models.Q(event__cancelled_at__isnull=False)
        later = models.Q(state=Delivery.State.UNCONFIRMED, due_at__gt=now)
        return self.troubled().filter(~models.Exists(instead)).exclude(closed).exclude(over).exclude(later)


class Delivery(models.Model):
    """One message about an ad (one version of it) or an event to one channel."""

    class Action(models.TextChoices):
        PUBLISH = "publish", _("Veröffentlichung")
        CHANGE = "change", _("Änderung")
        REMIND = "remind", _("Erinnerung")
        CLOSE = "close", _("Ende")

    class State(models.TextChoices):
        WAITING = "waiting", _("Wartet")
        SENDING = "sending", _("Wird gesendet")
        SENT = "sent", _("Gesendet")
        FAILED = "failed", _("Fehlgeschlagen")
        UNCONFIRMED = "unconfirmed", _("Unklar")
        CANCELLED = "cancelled", _("Abgebrochen")

    #: Names the message within its channel ("ad:17:publish"): the same one is never put twice.
    key = models.CharField(max_length=80)
    #: The same on every try, for receivers that recognise repeats (webhook-id, Message-ID, txnId …).
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.ForeignKey(
        "postings.PostingVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="deliveries"
    )
    event = models.ForeignKey(
        "postings.Event", on_delete=models.PROTECT, null=True, blank=True, related_name="deliveries"
    )
    channel = models.ForeignKey("channels.Channel", on_delete=models.PROTECT, related_name="deliveries")
    action = models.CharField(max_length=10, choices=Action.choices)
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    #: What was approved is what is sent: made once, in the approving transaction.
    rendition = models.JSONField(default=dict)
    #: Why this ad fits this receiver (`channels.routing`), best first.
    reasons = models.JSONField(default=list, blank=True)
    #: What the receiver gave back: ids with which a post is edited or deleted later.
    remote = models.JSONField(default=dict, blank=True)
    #: The lane it waits in; none for what is only served.
    destination = models.ForeignKey(
        "channels.Destination", on_delete=models.PROTECT, null=True, blank=True, related_name="deliveries"
    )
    #: Rows sent together in one message share it.
    bundle = models.UUIDField(null=True, blank=True, db_index=True)
    #: The delivery that could not be made, in whose place this one goes another way.
    instead_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="substitutes"
    )
    due_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    #: The worker that sends it, or did last: only its word on how it went counts.
    lease_owner = models.CharField(max_length=60, blank=True)
    #: Since when it may have arrived although nobody confirmed it, if it is sent again nevertheless.
    unclear_since = models.DateTimeField(null=True, blank=True)
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
        indexes = [
            models.Index(fields=["state", "due_at"], name="delivery_due"),
            models.Index(fields=["destination", "state", "due_at"], name="delivery_lane"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["channel", "key"], name="one_delivery_per_message"),
            models.CheckConstraint(
                condition=models.Q(version=None) | models.Q(event=None), name="delivery_of_ad_or_event"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} → {self.channel} ({self.action})"

    @property
    def posting(self) -> Posting | None:
        """The ad it is about, if it is about one."""
        return self.version.posting if self.version else None

    @property
    def is_note(self) -> bool:
        """True if it is about no ad and no event."""
        return self.key.startswith(NOTE)

    @property
    def title(self) -> str:
        """What it is about, for people."""
        subject = self.version or self.event
        return subject.title if subject else self.rendition.get("title") or self.get_action_display()
