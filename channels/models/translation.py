"""What people translated: pieces of ads, and their word on the standard sentences."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Translation(models.Model):
    """One piece of an ad (title, heading, paragraph, list item) in one language.

    It belongs to exactly one German wording: when that changes, the piece is outdated, not lost.
    """

    posting = models.ForeignKey("postings.Posting", on_delete=models.CASCADE, related_name="translations")
    language = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)  # of the German wording
    source = models.TextField()
    text = models.TextField()
    translator = models.CharField(max_length=120)
    translated_at = models.DateTimeField(default=timezone.now)
    #: Only a named person and a date make it reviewed.
    reviewer = models.CharField(max_length=120, blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["posting", "language", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["posting", "language", "digest"], name="one_translation_per_wording"
            )
        ]

    def __str__(self) -> str:
        return f"{self.posting} ({self.language})"


class SentenceReview(models.Model):
    """A person's word that a standard sentence of a language is right, as it was worded then."""

    language = models.CharField(max_length=20)
    key = models.CharField(max_length=80)
    digest = models.CharField(max_length=64)  # of the German and the translated wording
    reviewer = models.CharField(max_length=120)
    reviewed_at = models.DateTimeField(default=timezone.now)
    #: What the reviewer would rather say; told to those who keep the language files.
    proposal = models.TextField(blank=True)

    class Meta:
        ordering = ["language", "key"]
        constraints = [models.UniqueConstraint(fields=["language", "key"], name="one_review_per_sentence")]

    def __str__(self) -> str:
        return f"{self.language}: {self.key}"


class Translator(models.Model):
    """Somebody who speaks a language and was invited to translate or review; works by magic link."""

    name = models.CharField(_("Name"), max_length=120)
    email = models.EmailField(_("E-Mail-Adresse"), unique=True)
    languages = models.JSONField(_("Sprachen"), default=list)
    partner = models.ForeignKey(
        "channels.Partner",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="translators",
        verbose_name=_("Partner"),
    )
    active = models.BooleanField(_("aktiv"), default=True)
    #: Raised to make every magic link given out so far useless.
    key_version = models.PositiveIntegerField(default=1)
    invited_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
