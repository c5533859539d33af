"""Where messages go: the lane they wait in, its pace, and its fuse."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Destination(models.Model):
    """One lane: a host, a chat, a mailbox. Only one worker at a time sends along it, in order.

    A lane that fails is blocked for a while, so that one partner in trouble harms no other.
    """

    key = models.CharField(max_length=200, unique=True)
    #: Token bucket: how many messages may go now, as of `refilled_at`.
    tokens = models.FloatField(null=True, blank=True)
    refilled_at = models.DateTimeField(default=timezone.now)
    #: Nothing is sent before this moment: out of tokens, told to wait, or failed too often.
    blocked_until = models.DateTimeField(null=True, blank=True)
    #: Failures in a row, and since when.
    failures = models.PositiveIntegerField(default=0)
    failing_since = models.DateTimeField(null=True, blank=True)
    lease_owner = models.CharField(max_length=60, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return self.key
