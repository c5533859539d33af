"""Who translated and reviewed what; the state of an ad in a language; what is outdated."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from channels.editions import printable
from channels.models import Translation
from channels.translating import facts
from channels.translating.segments import Segment, segments
from postings.documents.cleaning import clean_text
from postings.models import Posting, PostingVersion

#: An old wording this near to a new one is offered with what changed.
_NEAR = 0.6
MAX_LENGTH = 10_000


class Refused(Exception):  # noqa: N818 - it reads as what happened
    """A translation that cannot be kept; the message tells the person what to do."""


@dataclass(frozen=True)
class Piece:
    """One segment on the desk: its German, its translation if there is one, what was there before."""

    segment: Segment
    translation: Translation | None = None
    before: Translation | None = None

    @property
    def state(self) -> str:
        """open, outdated, translated or reviewed."""
        if self.translation is None:
            return "outdated" if self.before else "open"
        return "reviewed" if self.translation.reviewed_at else "translated"

    @property
    def differences(self) -> list[str]:
        """Facts that are not the same in both wordings."""
        return facts.differences(self.segment.source, self.translation.text) if self.translation else []


@dataclass(frozen=True)
class Progress:
    """How far an ad is in a language, in pieces."""

    total: int
    translated: int
    reviewed: int
    outdated: int

    @property
    def complete(self) -> bool:
        return self.translated == self.total

    @property
    def state(self) -> str:
        """none, started, translated, reviewed or outdated."""
        if self.outdated:
            return "outdated"
        if self.reviewed == self.total:
            return "reviewed"
        if self.complete:
            return "translated"
        return "started" if self.translated else "none"


def wording(posting: Posting) -> PostingVersion:
    """What is translated: the approved text, before that the present one."""
    return posting.approved or posting.current


def pieces(posting: Posting, language: str) -> list[Piece]:
    """The whole desk of an ad in a language, each wording once, in reading order."""
    version = wording(posting)
    kept = {one.digest: one for one in posting.translations.filter(language=language)}
    found = _once(segments(version.title, version.text))
    present = {segment.digest for segment in found}
    left_over = [one for one in kept.values() if one.digest not in present]
    return [_piece(segment, kept.get(segment.digest), left_over) for segment in found]


def progress(found: Iterable[Piece]) -> Progress:
    """Counted from the desk."""
    states = [piece.state for piece in found]
    reviewed = states.count("reviewed")
    return Progress(len(states), reviewed + states.count("translated"), reviewed, states.count("outdated"))


@transaction.atomic
def save(
    posting: Posting, language: str, digest: str, text: str, *, by: str, reviewed: bool = False
) -> Translation | None:
    """Keep a piece. An empty text takes it back. Reviewing refuses what tells other facts."""
    segment = next((one.segment for one in pieces(posting, language) if one.segment.digest == digest), None)
    if segment is None:
        raise Refused(_changed_meanwhile())
    text = clean_text(text).strip()[:MAX_LENGTH]
    known = posting.translations.filter(language=language, digest=digest).first()
    if not text:
        if known:
            known.delete()
        return None
    if wrong := printable.refusal(text, "" if segment.kind == "title" else segment.source):
        raise Refused(wrong)
    if reviewed and (wrong := facts.differences(segment.source, text)):
        raise Refused(" ".join(wrong))
    if known and known.text == text:
        return _reviewed(known, by) if reviewed and not known.reviewed_at else known
    made = _stored(posting, language, segment, text, by)
    return _reviewed(made, by) if reviewed else made


def _stored(posting: Posting, language: str, segment: Segment, text: str, by: str) -> Translation:
    return Translation.objects.update_or_create(
        posting=posting,
        language=language,
        digest=segment.digest,
        defaults={
            "source": segment.source,
            "text": text,
            "translator": by,
            "translated_at": timezone.now(),
            "reviewer": "",
            "reviewed_at": None,
        },
    )[0]


def _reviewed(translation: Translation, by: str) -> Translation:
    translation.reviewer, translation.reviewed_at = by, timezone.now()
    translation.save(update_fields=["reviewer", "reviewed_at"])
    return translation


def _changed_meanwhile() -> str:
    return _("Der deutsche Text hat sich inzwischen geändert. Bitte laden Sie die Seite neu.")


def _piece(segment: Segment, translation: Translation | None, left_over: list[Translation]) -> Piece:
    if translation is not None:
        return Piece(segment, translation)
    near = [(difflib.SequenceMatcher(None, one.source, segment.source).ratio(), one) for one in left_over]
    ratio, before = max(near, key=lambda pair: pair[0], default=(0.0, None))
    return Piece(segment, None, before if ratio >= _NEAR else None)


def _once(found: list[Segment]) -> list[Segment]:
    return list({segment.digest: segment for segment in found}.values())
