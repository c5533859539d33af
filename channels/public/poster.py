"""Poster and picture of a public ad: the approved words, and the same bytes for everybody who asks."""

from __future__ import annotations

from django.core.cache import cache

from channels import links
from channels.editions import policy
from channels.languages import Language
from channels.models import Channel, Link
from channels.public.ad import PAGE_KIND
from channels.renditions import poster
from channels.renditions.forms import kept
from postings.models import Posting

_KEPT = 3600  # seconds, in memory besides
_PAPERS = {"a4": "Plakat-A4.pdf", "a3": "Plakat-A3.pdf"}


def pdf(posting: Posting, language: Language, paper: poster.Paper, code: str) -> bytes:
    """The sheet with the code of the channel that hands it out, else with the page's own."""
    return _file(posting, language, _PAPERS[paper], code)


def picture(posting: Posting, language: Language, code: str) -> bytes:
    """The square picture, for messengers and link previews."""
    return _file(posting, language, "Bild.png", code)


def _file(posting: Posting, language: Language, name: str, code: str) -> bytes:
    found = policy.told(posting.approved, language.code, policy.Unreviewed.MARKED)
    link = _link(posting, code, language)
    edition = found.words.edition.pk if found.words and found.words.edition else f"v{posting.approved_id}"
    key = f"form:{edition}:{language.code}:{name}:{link.code if link else ''}"
    made = cache.get(key)
    if made is None:
        made = kept.file(found, link, name)
        cache.set(key, made, _KEPT)
    return made


def _link(posting: Posting, code: str, language: Language) -> Link | None:
    """A code counts only for its own ad; anything else is as if none was given.

    The page's own code leads to the page in the language of the sheet.
    """
    if code and (own := posting.links.filter(code=code).first()):
        return own
    channel = Channel.objects.active().filter(kind=PAGE_KIND).first()
    return links.in_language(links.code_for(posting, channel), language.code) if channel else None
