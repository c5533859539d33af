"""Standard sentences of a language and who reviewed them. A changed wording is unreviewed again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.utils import timezone

from channels import languages
from channels.languages import files
from channels.models import SentenceReview


@dataclass(frozen=True)
class Sentence:
    """One standard sentence beside its German."""

    key: str
    german: str
    text: str
    review: SentenceReview | None

    @property
    def reviewed(self) -> bool:
        """True if a person approved exactly this wording."""
        return bool(self.review and not self.review.proposal)


def of(code: str) -> list[Sentence]:
    """All standard sentences of a language."""
    german = files.strings(files.load(files.TEMPLATE))
    own = languages.get(code).strings
    known = {review.key: review for review in SentenceReview.objects.filter(language=code)}
    return [
        Sentence(key, text, own.get(key, ""), _current(known.get(key), text, own.get(key, "")))
        for key, text in german.items()
    ]


def review(code: str, key: str, *, by: str, proposal: str = "") -> None:
    """A person says the wording is right, or what would be better. KeyError for unknown keys."""
    german, own = files.strings(files.load(files.TEMPLATE))[key], languages.get(code).strings[key]
    SentenceReview.objects.update_or_create(
        language=code,
        key=key,
        defaults={
            "digest": digest(german, own),
            "reviewer": by,
            "reviewed_at": timezone.now(),
            "proposal": proposal.strip() if proposal.strip() != own else "",
        },
    )


def all_reviewed(code: str) -> SentenceReview | None:
    """The latest review if every sentence of the language is reviewed, else None."""
    told = of(code)
    if not all(sentence.reviewed for sentence in told):
        return None
    return max((sentence.review for sentence in told), key=lambda one: one.reviewed_at)


def digest(german: str, own: str) -> str:
    """Names a pair of wordings."""
    return hashlib.sha256(f"{german}\0{own}".encode()).hexdigest()


def _current(review: SentenceReview | None, german: str, own: str) -> SentenceReview | None:
    return review if review and review.digest == digest(german, own) else None
