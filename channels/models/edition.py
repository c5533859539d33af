"""An approved ad in each language: the words as they were approved, and the files made of them."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Phrasebook(models.Model):
    """The standard words of a language as they once were, kept once for all editions that speak them."""

    language = models.CharField(max_length=20)
    digest = models.CharField(max_length=64, unique=True)
    content = models.JSONField()

    def __str__(self) -> str:
        return f"{self.language}: {self.digest[:12]}"


class Edition(models.Model):
    """What an approved wording says in one language. Never changed: later words are a later number."""

    class Cause(models.TextChoices):
        APPROVAL = "approval", _("mit der Freigabe")
        TRANSLATION = "translation", _("neue oder geprüfte Übersetzung")
        SENTENCES = "sentences", _("Standardsätze geprüft")

    version = models.ForeignKey("postings.PostingVersion", on_delete=models.PROTECT, related_name="editions")
    language = models.CharField(max_length=20)
    number = models.PositiveIntegerField(default=1)
    cause = models.CharField(max_length=12, choices=Cause.choices)
    #: Who approved the ad, or whose translation or review made this edition.
    by = models.CharField(max_length=150)
    made_at = models.DateTimeField(default=timezone.now)
    #: `channels.editions.words`: title, facts, promises, translation, what readers are told about them.
    content = models.JSONField()
    #: SHA-256 of the content and the phrasebook's digest.
    digest = models.CharField(max_length=64)
    phrasebook = models.ForeignKey(Phrasebook, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["version", "language", "number"]
        constraints = [
            models.UniqueConstraint(fields=["version", "language", "number"], name="one_edition_per_number")
        ]

    def __str__(self) -> str:
        return f"{self.version} ({self.language}, {self.number})"


class KeptForm(models.Model):
    """A poster, picture or text as it was first handed out: whoever asks again gets the same bytes."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="forms")
    link = models.ForeignKey("channels.Link", on_delete=models.CASCADE, related_name="+")
    form = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    #: None once the ad is closed: what was handed out can still be proved, but nobody needs it any more.
    content = models.BinaryField(null=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "link", "form"], name="one_file_per_form_and_link")
        ]

    def __str__(self) -> str:
        return f"{self.edition}: {self.form}"
