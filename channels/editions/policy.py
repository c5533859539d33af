"""What a channel does with a language nobody reviewed yet: mark it, say it in German, or wait."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from channels import languages
from channels.editions.keeping import current
from channels.editions.words import GERMAN, Words
from channels.languages import Language
from channels.models import Channel
from postings.models import PostingVersion

Unreviewed = Channel.Unreviewed
SIMPLE = "de-simple"


@dataclass(frozen=True)
class Told:
    """What a channel says when a language is asked for. `words` is None while the language is held."""

    asked: Language
    words: Words | None
    #: "" if these are the words of the language asked for, else why they are German, in that language.
    honest: str = ""

    @property
    def held(self) -> bool:
        return self.words is None

    @property
    def reviewed(self) -> bool:
        """True if these are the words asked for, and a named person reviewed them."""
        return bool(self.words and not self.honest and self.words.reviewed)


def told(version: PostingVersion, code: str, policy: str) -> Told:
    """The words of a language on a channel with this policy. KeyError for a language without a file."""
    words = current(version, code)
    asked = words.language
    if words.reviewed or policy == Unreviewed.MARKED:
        return Told(asked, words)
    if policy == Unreviewed.HOLD:
        return Told(asked, None)
    return Told(asked, _german(version, code, policy), honest(asked))


def honest(language: Language) -> str:
    """Why a reader of this language gets German; that sentence is marked, too, since nobody reviewed it."""
    return f"{language.text('sentence.only_german')} ({language.text('notice.unreviewed')})"


def wanted(channel: Channel) -> list[str]:
    """The languages a channel's receiver speaks besides German, the first one first."""
    own = [str(channel.options.get("language") or channel.language)]
    spoken = [*own, *(channel.partner.languages if channel.partner else [])]
    known = languages.codes()
    return [code for code in dict.fromkeys(spoken) if code in known and code != GERMAN]


def effects(version: PostingVersion, channel: Channel) -> list[str]:
    """What happens with the channel's languages, for previews: one sentence for all that fare alike."""
    alike: dict[str, list[str]] = {}
    for code in wanted(channel):
        found = told(version, code, channel.unreviewed)
        alike.setdefault(_fate(found), []).append(found.asked.told_name)
    return [f"{', '.join(names)}: {fate}" for fate, names in alike.items()]


def effect(found: Told) -> str:
    """One language: "Türkisch: erst, wenn jemand die Übersetzung geprüft hat"."""
    return f"{found.asked.told_name}: {_fate(found)}"


def _fate(found: Told) -> str:
    """Without a verb: it follows one language or several."""
    if found.reviewed:
        return _("geprüft")
    if found.held:
        return _("erst, wenn jemand die Übersetzung geprüft hat")
    if found.words and found.words.language.code == SIMPLE and found.honest:
        return _("noch nicht geprüft, darum Einfaches Deutsch mit einem ehrlichen Satz")
    if found.honest:
        return _("noch nicht geprüft, darum Deutsch mit einem ehrlichen Satz")
    return _("noch nicht geprüft, darum mit Kennzeichnung")


def _german(version: PostingVersion, code: str, policy: str) -> Words:
    """Plain German only where it was reviewed itself: else it is no better than what was asked for."""
    if policy == Unreviewed.SIMPLE and code != SIMPLE and SIMPLE in languages.codes():
        simple = current(version, SIMPLE)
        if simple.reviewed:
            return simple
    return current(version, GERMAN)
