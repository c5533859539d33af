"""Words that a person's own checker (LibreOffice, a browser add-on) leaves alone."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class IgnoredWordQuerySet(models.QuerySet["IgnoredWord"]):
    """A person's list; words are kept as they were written and compared without case."""

    def of(self, user) -> IgnoredWordQuerySet:
        """The words of one person, in order."""
        return self.filter(user=user).order_by("word")

    def keys(self, user) -> frozenset[str]:
        """What to compare a quote with, after `casefold()`."""
        return frozenset(self.of(user).values_list("key", flat=True))

    def put(self, user, word: str) -> bool:
        """Add a word; False if it was there."""
        return self.get_or_create(user=user, key=word.casefold(), defaults={"word": word})[1]

    def remove(self, user, word: str) -> bool:
        """Delete a word; False if it was not there."""
        return bool(self.filter(user=user, key=word.casefold()).delete()[0])


class IgnoredWord(models.Model):
    """One word on one person's list."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="ignored_words")
    word = models.CharField(max_length=100)
    key = models.CharField(max_length=200)

    objects = IgnoredWordQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="ignored_word_once_per_person")]

    def __str__(self) -> str:
        return self.word
