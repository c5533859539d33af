"""What a tracked address shows instead of an ad: in the reader's language, German, simple, English."""

from __future__ import annotations

import time
from functools import lru_cache

from django.db import DatabaseError
from django.template.loader import render_to_string
from django.utils import translation

from channels import languages
from channels.languages import Language
from channels.translating import notices
from outreach import profile

#: Below the reader's own language, since a borrowed phone says little about who holds it.
ALSO = ("de", "de-simple", "en")
_HOUR = 3600


def unknown(language: str) -> bytes:
    """ "This address does not lead to a job any more", with the way to all jobs."""
    return _page("unknown", language, int(time.monotonic() // _HOUR))


def away(language: str) -> bytes:
    """ "Please try again in a moment"."""
    return _page("away", language, int(time.monotonic() // _HOUR))


def forget() -> None:
    """Build the pages again the next time."""
    _page.cache_clear()


@lru_cache(maxsize=64)
def _page(key: str, code: str, hour: int) -> bytes:
    """Kept for an hour: whoever guesses codes makes no work, and a review of the words shows soon."""
    codes = dict.fromkeys((code, *ALSO))
    told = [_told(key, languages.get(each)) for each in codes]
    with translation.override("de"):
        context = {"city": profile.city(), "told": told, "first": told[0]}
        context |= {"skip": languages.get(code).text("action.skip"), "notice": _notice(code)}
        return render_to_string("reach/address.html", context).encode()


def _told(key: str, language: Language) -> dict[str, object]:
    return {
        "language": language,
        "title": language.text(f"opening.{key}"),
        "text": language.text(f"opening.{key}_more"),
        "jobs": language.text("action.all_jobs"),
    }


def _notice(code: str) -> str:
    """Whether a person has reviewed the words; while the database is away, nothing is claimed."""
    language = languages.get(code)
    try:
        return notices.of_sentences(language)
    except DatabaseError:
        return language.text("notice.unreviewed")
