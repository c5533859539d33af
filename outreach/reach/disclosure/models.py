"""Sums of noisy answers, the keys tokens are signed with, which tokens were used. No row is a person's."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from channels.models.encrypted import EncryptedJSONField


class SigningKey(models.Model):
    """Signs the tokens of a quarter blindly. Thrown away when the quarter is long over."""

    quarter = models.CharField(max_length=7, unique=True)  # "2026-Q4"
    secret = EncryptedJSONField(default=dict)  # {"p", "q"}, hexadecimal

    def __str__(self) -> str:
        return self.quarter


class Spent(models.Model):
    """Digests of what can be used once, many in one row and sorted.

    Not a row each: the order of rows would tell when each came, and the order of credits laid beside the
    order of tokens would tell whose token is whose.
    """

    class Kind(models.TextChoices):
        CREDIT = "credit"  # from the portal: good for one blind signature
        TOKEN = "token"  # from the browser: good for one answer  # noqa: S105

    kind = models.CharField(max_length=6, choices=Kind.choices)
    quarter = models.CharField(max_length=7)
    shard = models.PositiveSmallIntegerField()  # the first byte of the digests in it
    digests = models.BinaryField(default=b"")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "quarter", "shard"], name="one_shard_of_spent")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.quarter}/{self.shard}"


class Tally(models.Model):
    """How often a noisy answer arrived. A definition and an amount of noise are never mixed with others."""

    class Question(models.TextChoices):
        DISCLOSURE = "disclosure"  # under a definition of the city's profile
        HEARD = "heard"  # how did you hear of the job?

    quarter = models.CharField(max_length=7)
    #: Only where the city asks ad by ad.
    posting = models.ForeignKey(
        "postings.Posting", on_delete=models.CASCADE, null=True, related_name="answers"
    )
    question = models.CharField(max_length=10, choices=Question.choices)
    definition = models.CharField(max_length=60, blank=True)  # empty for `heard`
    #: Thousandths, so that equal ones are equal.
    epsilon = models.PositiveSmallIntegerField()
    answer = models.CharField(max_length=20)
    total = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "tallies"
        constraints = [
            models.UniqueConstraint(
                fields=["quarter", "posting", "question", "definition", "epsilon", "answer"],
                condition=Q(posting__isnull=False),
                name="one_tally",
            ),
            models.UniqueConstraint(
                fields=["quarter", "question", "definition", "epsilon", "answer"],
                condition=Q(posting=None),
                name="one_tally_of_all",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quarter} {self.question} {self.answer}: {self.total}"
