"""What a partner can take along of one ad in each language, and all of it in one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from channels import languages, links
from channels.editions import policy
from channels.editions.policy import Told
from channels.languages import Language
from channels.models import Delivery, Link, Partner
from channels.partners.passing_on import forwarding
from channels.partners.passing_on.archive import folder_name
from channels.renditions import qr
from channels.renditions.forms import kept, messenger, sheet_text, spoken
from channels.renditions.forms.telling import Telling, of_told

GERMAN = "de"
ALL = "alle"


@dataclass(frozen=True)
class Choice:
    """A language of an ad as a partner finds it: its own, or one of all the others."""

    language: Language
    own: bool
    told: Told

    @property
    def state(self) -> str:
        """In a word or two; empty for German."""
        if self.language.code == GERMAN:
            return ""
        if self.told.held:
            return _("wartet auf Prüfung")
        if self.told.honest:
            return _("vorerst auf Deutsch")
        return _("geprüft") if self.told.reviewed else _("noch nicht geprüft")


@dataclass(frozen=True)
class Texts:
    """The texts of one language, ready to copy, and the addresses that open a messenger with them."""

    told: Telling
    short: str
    sheet: str
    spoken: str
    whatsapp: str
    telegram: str


def choices(delivery: Delivery) -> list[Choice]:
    """German first, then the partner's own languages, then all others."""
    own = own_languages(delivery.channel.partner)
    ordered = dict.fromkeys([*own, *languages.codes()])
    return [choice for code in ordered if (choice := _choice(delivery, code, code in own))]


def own_choices(delivery: Delivery) -> list[Choice]:
    """German and the partner's own languages."""
    codes = own_languages(delivery.channel.partner)
    return [choice for code in codes if (choice := _choice(delivery, code, own=True))]


def _choice(delivery: Delivery, code: str, own: bool) -> Choice | None:
    found = told(delivery, code)
    return Choice(languages.get(code), own, found) if found else None


def own_languages(partner: Partner | None) -> list[str]:
    """German and what the partner speaks, as far as we speak it."""
    spoken_there = partner.languages if partner else []
    return list(dict.fromkeys([GERMAN, *(code for code in spoken_there if code in languages.codes())]))


def told(delivery: Delivery, code: str) -> Told | None:
    """What the delivery's channel says in a language; None if there is no such language or no ad."""
    if delivery.version is None or code not in languages.codes():
        return None
    return policy.told(delivery.version, code, delivery.channel.unreviewed)


def link(delivery: Delivery, code: str) -> Link:
    """The partner's own code, leading to the page in that language."""
    own = links.code_for(delivery.version.posting, delivery.channel, delivery.channel.language)
    return links.in_language(own, code)


def texts(delivery: Delivery, found: Told) -> Texts:
    """All texts in a language that is not held."""
    telling = of_told(found, link(delivery, found.asked.code))
    short = messenger.text(telling)
    return Texts(
        told=telling,
        short=short,
        sheet=sheet_text.text(telling).strip(),
        spoken=spoken.text(telling).strip(),
        whatsapp=forwarding.whatsapp(short),
        telegram=forwarding.telegram(short, telling.link),
    )


def files(delivery: Delivery, wanted: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Every form in these languages, each language in its own folder; held ones are left out."""
    for code in wanted:
        found = told(delivery, code)
        if found is None or found.held:
            continue
        folder = folder_name(found.asked)
        own = link(delivery, code)
        for name, content in kept.files(found, own).items():
            yield f"{folder}/{name}", content
        yield f"{folder}/QR-Code.png", qr.png(links.address(own, "qr"))


def waiting(delivery: Delivery, wanted: Iterable[str]) -> list[str]:
    """German names of the languages that are left out for now."""
    found = [told(delivery, code) for code in wanted]
    return [one.asked.told_name for one in found if one and one.held]
