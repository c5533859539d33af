"""The last good state of a feed, and what waits for a person's word before it leaves."""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.db import models
from django.utils import timezone

from channels.models.channel import Channel


class FeedSnapshotQuerySet(models.QuerySet["FeedSnapshot"]):
    def held(self) -> FeedSnapshotQuerySet:
        """Feeds that lost so much that a person is asked."""
        return self.filter(held_since__isnull=False, channel__in=Channel.objects.receiving())


class FeedSnapshot(models.Model):
    """A feed as it is served. To receivers absence means "ended": one that shrinks suddenly is held."""

    channel = models.ForeignKey("channels.Channel", on_delete=models.CASCADE, related_name="snapshots")
    file = models.CharField(max_length=40)  # "atom.xml", "jobs.xml", …
    #: What is in it: key ("ad:17", "event:3") -> delivery; and the bytes as served.
    entries = models.JSONField(default=dict)
    body = models.BinaryField(default=b"")
    made_at = models.DateTimeField(default=timezone.now)
    #: Names all it was made of; another one means that it is stale.
    source = models.CharField(max_length=64, blank=True)
    #: What left within the guard's window: key -> when.
    left = models.JSONField(default=dict, blank=True)
    #: What should leave and is kept until a person agrees: key -> delivery.
    held = models.JSONField(default=dict, blank=True)
    held_since = models.DateTimeField(null=True, blank=True)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    agreed_at = models.DateTimeField(null=True, blank=True)

    objects = FeedSnapshotQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["channel", "file"], name="one_snapshot_per_file")]

    def __str__(self) -> str:
        return f"{self.channel}/{self.file}"

    @property
    def etag(self) -> str:
        """Names the bytes."""
        return f'"{hashlib.sha256(bytes(self.body)).hexdigest()[:32]}"'
