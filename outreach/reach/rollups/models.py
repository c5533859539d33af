"""Sums per month. Nothing here belongs to a person, and nothing is finer than a month."""

from __future__ import annotations

from django.db import models

from outreach.reach.opening.kinds import Kind, Medium


class Filing(models.Model):
    """The job family an ad is counted under, decided once.

    Frozen, because an ad that moved from one family to another between two releases would show its own
    numbers as the difference of the two.
    """

    posting = models.OneToOneField(
        "postings.Posting", on_delete=models.CASCADE, primary_key=True, related_name="filing"
    )
    family = models.CharField(max_length=40)

    def __str__(self) -> str:
        return f"{self.posting_id}: {self.family}"


class Sum(models.Model):
    """How often, by whom or what, and in which form."""

    month = models.DateField()  # its first day
    kind = models.CharField(max_length=10, choices=Kind.choices)
    medium = models.CharField(max_length=4, choices=Medium.choices)
    total = models.PositiveBigIntegerField(default=0)

    class Meta:
        abstract = True


class MonthCount(Sum):
    """How often one link was opened in one month."""

    link = models.ForeignKey("channels.Link", on_delete=models.CASCADE, related_name="months")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["link", "month", "kind", "medium"], name="one_count_per_month")
        ]
        indexes = [models.Index(fields=["month"])]

    def __str__(self) -> str:
        return f"{self.link_id} {self.month:%Y-%m} {self.kind}: {self.total}"


class Rollup(Sum):
    """The same of all links of a channel, a job family and a language together: stays small for ever.

    At most channels x families x languages x kinds x media rows a month, however many ads there are.
    """

    channel = models.ForeignKey("channels.Channel", on_delete=models.CASCADE, related_name="rollups")
    #: The key of a job family; "event" for links to events.
    family = models.CharField(max_length=40)
    language = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["month", "channel", "family", "language", "kind", "medium"], name="one_rollup"
            )
        ]

    def __str__(self) -> str:
        return f"{self.channel_id} {self.family} {self.month:%Y-%m} {self.kind}: {self.total}"
