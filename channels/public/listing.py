"""The open jobs in a list, as readers of one language get them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from channels import editions, languages
from channels.translating import sentences
from postings.models import Posting

GERMAN = "de"


def open_jobs(today: datetime.date) -> QuerySet[Posting]:
    """What one can apply for today, the newest first."""
    found = Posting.objects.open().exclude(deadline__lt=today).select_related("approved")
    return found.order_by("-published_at", "-pk")


def jobs(postings: Iterable[Posting], language: str, keys: Iterable[str], code: str) -> list[dict[str, Any]]:
    """Title, translated title, address (a path; the channel's code goes along), the facts named by `keys`."""
    return [_job(posting, language, frozenset(keys), code) for posting in postings]


def unreviewed(shown: Iterable[dict[str, Any]], language: str) -> bool:
    """Whether anything of the list in this language is still a machine's word."""
    checked = language == GERMAN or bool(sentences.all_reviewed(language))
    return not checked or any(not job["reviewed"] for job in shown)


def address(language: str, code: str = "") -> str:
    """The path of the list of all open jobs in a language."""
    german = language == GERMAN
    path = reverse("public:postings") if german else reverse("public:postings_language", args=[language])
    return path + _query(code)


def other_languages(shown: str, code: str) -> list[dict[str, Any]]:
    """Links to the same list in every other language."""
    return [
        {"language": languages.get(each), "address": address(each, code)}
        for each in languages.codes()
        if each != shown
    ]


def _job(posting: Posting, language: str, keys: frozenset[str], code: str) -> dict[str, Any]:
    words = editions.current(posting.approved, language)
    name = "public:posting" if language == GERMAN else "public:posting_language"
    arguments = [posting.slug] if language == GERMAN else [posting.slug, language]
    return {
        "title": words.title,
        "translated": words.title_translated,
        "reviewed": words.reviewed,
        "address": reverse(name, args=arguments) + _query(code),
        "facts": [line for line in words.lines if line["key"] in keys],
    }


def _query(code: str) -> str:
    return f"?k={code}" if code else ""
