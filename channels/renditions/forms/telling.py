"""What all forms of an ad in a language are made of, gathered once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse

from channels import editions, links
from channels.editions import Words
from channels.editions.policy import Told
from channels.languages import Language
from channels.models import Link
from channels.renditions import factsheet
from outreach.addresses import absolute
from outreach.profile import city
from postings.models import PostingVersion

#: Isolates and marks of right-to-left text.
_MARKS = str.maketrans("", "", "\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


@dataclass(frozen=True)
class Telling:
    """An ad in one language, with the link of the channel that tells it."""

    language: Language
    title: str
    lines: list[factsheet.Line]
    present: list[str]
    facts: dict[str, Any]
    link: str
    scanned: str
    city: str
    #: Who reviewed these words and when, or that nobody has yet; empty in German.
    notice: str = ""
    title_translated: str = ""
    #: The official title of the occupation (ESCO) where there is no translated one.
    occupation: str = ""
    reviewed: bool = False
    #: Said in another language: why this is German (`channels.editions.policy`).
    asked: Language | None = None

    @property
    def name_translated(self) -> str:
        """The title as a person translated it, else the official title of the occupation."""
        return self.title_translated or (f"{self.occupation} (ESCO)" if self.occupation else "")

    @property
    def warning(self) -> str:
        """What must stand beside unreviewed words; a reviewer's name need not travel through chats."""
        return "" if self.reviewed else self.notice

    def value(self, key: str) -> str:
        """One fact, plain; empty if the ad does not name it."""
        return next((plain(line["value"]) for line in self.lines if line["key"] == key), "")


def telling(version: PostingVersion, link: Link, language: Language) -> Telling:
    """The ad told in a language: as approved, or as it would be if approved now."""
    return of_words(editions.current(version, language.code), link)


def telling_at(version: PostingVersion, language: Language, link: str, scanned: str) -> Telling:
    """The same with any address to read more at, for previews."""
    return _told(editions.current(version, language.code), link, scanned)


def of_words(words: Words, link: Link | None) -> Telling:
    """These words with that link; without one, with the address of the page itself."""
    if link is None:
        page = absolute(reverse("public:posting", args=[words.version.posting.slug]))
        return _told(words, page, page)
    if words.language.code != "de":  # German words of a channel keep the channel's own link
        link = links.in_language(link, words.language.code)
    return _told(words, links.address(link), links.address(link, "qr"))


def _told(words: Words, link: str, scanned: str) -> Telling:
    profile = city()
    return Telling(
        language=words.language,
        title=words.title,
        lines=words.lines,
        present=words.present,
        facts=words.version.facts,
        link=link,
        scanned=scanned,
        city=profile.get("official_name") or profile["name"],
        notice=words.notice,
        title_translated=words.title_translated,
        occupation=words.occupation,
        reviewed=words.reviewed,
    )


def of_told(found: Told, link: Link | None) -> Telling:
    """What a channel says in a language, also where that is German with an honest sentence.

    ValueError while the language is held: then there is nothing to say.
    """
    if found.words is None:
        raise ValueError(f"{found.asked.code} is held")
    telling = of_words(found.words, link)
    if not found.honest:
        return telling
    return replace(telling, notice=plain(found.honest), reviewed=False, asked=found.asked)


def plain(text: str) -> str:
    """Without the marks that keep right-to-left text in order on screens: chats bring their own."""
    return text.translate(_MARKS)
