"""What readers are told about the words in their language: reviewed by whom and when, or by nobody yet."""

from __future__ import annotations

from django.utils import timezone

from channels.languages import Language
from channels.models import Translation
from channels.translating import sentences


def of_sentences(language: Language) -> str:
    """About labels and standard sentences; empty for German."""
    if language.code == "de":
        return ""
    review = sentences.all_reviewed(language.code)
    return _reviewed(language, review.reviewer, review.reviewed_at) if review else _unreviewed(language)


def of_translation(language: Language, latest: Translation | None) -> str:
    """About translated words shown; `latest` is the last review if all of them are reviewed, else None."""
    if latest and latest.reviewed_at:
        return _reviewed(language, latest.reviewer, latest.reviewed_at)
    return language.text("notice.translated")


def _unreviewed(language: Language) -> str:
    return language.text("notice.unreviewed")


def _reviewed(language: Language, name: str, moment) -> str:
    day = language.day(timezone.localdate(moment))
    return language.text("notice.reviewed", name=name, day=day)
