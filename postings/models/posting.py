"""A job ad, every version of its text, and every change of its state."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from outreach.people.models import User


class State(models.TextChoices):
    """The life of an ad, in order."""

    DRAFT = "draft", _("Entwurf")
    IN_REVIEW = "in_review", _("Zur Freigabe")
    PUBLISHED = "published", _("Veröffentlicht")
    CLOSED = "closed", _("Geschlossen")


class PostingQuerySet(models.QuerySet["Posting"]):
    def public(self) -> PostingQuerySet:
        """Ads everyone may read: open ones, and closed ones that stay with a notice."""
        return self.filter(state__in=[State.PUBLISHED, State.CLOSED])

    def matching(self, query: str, state: str) -> PostingQuerySet:
        """Ads whose title or present text contains the words, in this state (both optional)."""
        found = self.filter(state=state) if state in State.values else self
        for word in query.split():
            found = found.filter(models.Q(title__icontains=word) | models.Q(current__text__icontains=word))
        return found

    def touched_by(self, person: User) -> PostingQuerySet:
        """Ads this person started or wrote a version of."""
        mine = models.Exists(PostingVersion.objects.filter(posting=models.OuterRef("pk"), author=person))
        return self.filter(models.Q(created_by=person) | mine)

    def to_approve_by(self, person: User) -> PostingQuerySet:
        """Ads waiting for approval whose text this person did not write."""
        mine = models.Exists(PostingVersion.objects.filter(posting=models.OuterRef("pk"), author=person))
        return self.filter(~mine, state=State.IN_REVIEW)

    def open(self) -> PostingQuerySet:
        """Published ads that still take applications."""
        return self.filter(state=State.PUBLISHED)

    def expired(self, today: datetime.date) -> PostingQuerySet:
        """Published ads whose deadline lies before today."""
        return self.open().filter(deadline__lt=today)


class Posting(models.Model):
    """A job ad. Its text lives in its versions; its state changes only in `postings.workflow`."""

    slug = models.SlugField(max_length=120, unique=True)
    title = models.CharField(_("Titel"), max_length=200)
    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAFT, db_index=True)
    current = models.ForeignKey("PostingVersion", on_delete=models.PROTECT, null=True, related_name="+")
    approved = models.ForeignKey(
        "PostingVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    deadline = models.DateField(_("Bewerbungsschluss"), null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(default=timezone.now)
    published_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = PostingQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The public page; staff pages are linked by name."""
        return reverse("public:posting", args=[self.slug])


class PostingVersion(models.Model):
    """One saved text of an ad, never changed afterwards."""

    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField()
    #: What the review read out of the text (`Review.facts`), with what a person corrected.
    facts = models.JSONField(default=dict)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["posting", "number"], name="version_number_once")]

    def __str__(self) -> str:
        return f"{self.posting} v{self.number}"


class Transition(models.Model):
    """One step in an ad's life: who, when, from where to where, with which words."""

    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="transitions")
    version = models.ForeignKey(PostingVersion, on_delete=models.PROTECT, related_name="+")
    from_state = models.CharField(max_length=12, choices=State.choices)
    to_state = models.CharField(max_length=12, choices=State.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    comment = models.TextField(blank=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.posting}: {self.from_state} → {self.to_state}"
