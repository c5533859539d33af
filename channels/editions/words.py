"""What an ad says in a language: gathered once from facts, standard sentences and people's translations."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from channels import esco, languages
from channels.adapters.web.job_page import elements_of
from channels.languages import Language
from channels.models import Edition, Phrasebook, Translation
from channels.renditions import factsheet
from channels.renditions.clean import bare_title
from channels.translating import notices, sentences
from channels.translating.segments import Segment, segments
from outreach.profile import city
from postings.models import PostingVersion

GERMAN = "de"
Content = dict[str, Any]


class State(StrEnum):
    """The least trusted of the words shown."""

    UNREVIEWED = "unreviewed"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"


@dataclass(frozen=True)
class Words:
    """An ad in one language. `edition` is None for what was not approved (a preview, an old ad)."""

    language: Language
    version: PostingVersion
    content: Content = field(repr=False)
    edition: Edition | None = None

    @property
    def title(self) -> str:
        """The German title, which binds, without "(m/w/d)"."""
        return self.content["title"]

    @property
    def title_translated(self) -> str:
        """Empty as long as nobody translated it."""
        return self.content["title_translated"]

    @property
    def occupation(self) -> str:
        """The official title (ESCO) where nobody translated the ad's own; empty if there is none."""
        return self.content.get("occupation", "")

    @property
    def lines(self) -> list[factsheet.Line]:
        return self.content["lines"]

    @property
    def present(self) -> list[str]:
        """Ids of the required elements the German ad contains."""
        return self.content["present"]

    @property
    def notice(self) -> str:
        """Who reviewed everything shown and when, or that nobody has; empty in German."""
        return self.content["notice"]

    @property
    def body(self) -> list[Segment]:
        """The translated ad in pieces; empty as long as a part of it is missing: half a text misleads."""
        return [Segment(kind, text) for kind, text in self.content["body"]]

    @property
    def body_notice(self) -> str:
        return self.content["body_notice"]

    @property
    def state(self) -> State:
        return State(self.content["state"])

    @property
    def reviewed(self) -> bool:
        """True if a named person reviewed every word shown; German is what was approved itself."""
        return self.state is State.REVIEWED


def made(version: PostingVersion, language: Language, present: list[str] | None = None) -> Content:
    """The words of this moment, as plain data. `present` spares a second look for required elements."""
    shown = {} if language.code == GERMAN else _translated(version, language)
    body, title = shown.get("body", []), shown.get("title", "")
    state, notice, body_notice = _trust(language, shown.get("used", []))
    return {
        "title": bare_title(version.title),
        "title_translated": title,
        "occupation": "" if title else esco.title_in(version, language.code),
        "body": body,
        "body_notice": body_notice if body else "",
        "lines": factsheet.lines(version.facts, language, city()["town"]),
        "present": elements_of(version) if present is None else present,
        "notice": notice,
        "state": state.value,
    }


def read(edition: Edition) -> Words:
    """An edition as it was approved, in the words of its own phrasebook."""
    return Words(spoken(edition.phrasebook), edition.version, edition.content, edition)


def spoken(phrasebook: Phrasebook) -> Language:
    """The language as it spoke then; what is new since then is said in today's words."""
    frozen = phrasebook.content
    known = phrasebook.language in languages.codes()
    today = languages.get(phrasebook.language).strings if known else {}
    own = languages.files.strings(frozen)
    return Language(phrasebook.language, frozen, {**today, **own})


def _translated(version: PostingVersion, language: Language) -> dict[str, Any]:
    """Title and whole body, as far as people translated exactly this wording, and the rows used."""
    rows = version.posting.translations.filter(language=language.code)
    kept = {row.digest: row for row in rows}
    pieces = segments(version.title, version.text)
    title, rest = kept.get(pieces[0].digest), pieces[1:]
    whole = bool(title) and all(piece.digest in kept for piece in rest)
    used = [title] if title else []
    if whole:
        used += [kept[piece.digest] for piece in rest]
    return {
        "title": title.text if title else "",
        "body": [[piece.kind, kept[piece.digest].text] for piece in rest] if whole else [],
        "used": used,
    }


def _trust(language: Language, used: list[Translation]) -> tuple[State, str, str]:
    """State, what is said about all of it, and about the translated ad alone."""
    if language.code == GERMAN:
        return State.REVIEWED, "", ""
    of_sentences, reviewed = notices.of_sentences(language), sentences.all_reviewed(language.code)
    if not used:
        return State.REVIEWED if reviewed else State.UNREVIEWED, of_sentences, ""
    checked = all(row.reviewed_at for row in used)
    latest = max((row for row in used), key=lambda row: (row.reviewed_at or row.translated_at, row.pk))
    about = notices.of_translation(language, latest if checked else None)
    if not reviewed:
        return State.UNREVIEWED, of_sentences, about
    return (State.REVIEWED if checked else State.TRANSLATED), about, about
