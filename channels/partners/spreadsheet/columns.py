"""The columns of the table: their headings, and how a cell becomes a value and a value a cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils import translation
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from channels.languages import names
from channels.models import Partner
from channels.partners.spreadsheet.cells import guarded, phone_in, phone_out, unguarded
from channels.routing.languages import name_in
from outreach.profile import city


class Unreadable(Exception):  # noqa: N818 - it reads as what the cell is
    """The cell says nothing we can store; the message says why and what to write."""


@dataclass(frozen=True)
class Column:
    """One column. `read` is None for what is only told and never taken in."""

    name: str
    heading: str
    show: Callable[[Partner], str]
    read: Callable[[str], Any] | None = None
    also: tuple[str, ...] = ()


def columns() -> list[Column]:
    """All columns in the order of the exported table."""
    return [
        Column(
            "name", _("Name"), _shown("name"), _name, ("organisation", "verein", "partner", "einrichtung")
        ),
        Column("kind", _("Art"), lambda p: guarded(p.get_kind_display()), _kind, ("typ",)),
        Column(
            "contact_name",
            _("Ansprechperson"),
            _shown("contact_name"),
            _line(120),
            ("kontakt", "kontaktperson"),
        ),
        Column(
            "email", _("E-Mail"), _shown("email"), _email, ("email", "mail", "e-mail-adresse", "mailadresse")
        ),
        Column("phone", _("Telefon"), lambda p: phone_out(p.phone), _phone, ("tel", "telefonnummer")),
        Column(
            "website", _("Internetseite"), _shown("website"), _website, ("website", "webseite", "homepage")
        ),
        Column("languages", _("Sprachen"), _languages_out, _languages_in, ("sprache",)),
        Column(
            "districts",
            _("Stadtteile"),
            lambda p: guarded(", ".join(p.districts)),
            _districts,
            ("stadtteil",),
        ),
        Column("audience", _("Wen der Partner erreicht"), _shown("audience"), _line(200), ("zielgruppe",)),
        Column(
            "audience_size",
            _("Wie viele Menschen"),
            lambda p: str(p.audience_size or ""),
            _number,
            ("anzahl",),
        ),
        Column("note", _("Notiz"), _shown("note"), _text, ("notizen", "bemerkung", "anmerkung")),
        Column("status", _("Stand"), lambda p: guarded(p.get_status_display())),
        Column("invited_at", _("Eingeladen am"), _day("invited_at")),
        Column("confirmed_at", _("Zugesagt am"), _day("confirmed_at")),
        Column("stopped_at", _("Abgemeldet am"), _day("stopped_at")),
    ]


def column_of(heading: str) -> Column | None:
    """The column that a heading means, written in whatever way."""
    plain, named = _plain(heading), _in_every_language(lambda: {c.name: c.heading for c in columns()})
    return next((c for c in columns() if plain in {*named[c.name], *c.also}), None)


def _in_every_language(told: Callable[[], Mapping[str, object]]) -> dict[str, set[str]]:
    """What staff may have written, whichever language their pages have: "Art" as well as "Kind"."""
    found: dict[str, set[str]] = {}
    for code, _language in settings.LANGUAGES:
        with translation.override(code):
            for name, words in told().items():
                found.setdefault(name, set()).add(_plain(str(words)))
    return found


def _plain(text: str) -> str:
    return unguarded(text).casefold().strip(" :.*")


def _shown(name: str) -> Callable[[Partner], str]:
    return lambda partner: guarded(getattr(partner, name))


def _day(name: str) -> Callable[[Partner], str]:
    return lambda partner: localtime(moment).date().isoformat() if (moment := getattr(partner, name)) else ""


def _name(cell: str) -> str:
    name = _line(120)(cell)
    if not name:
        raise Unreadable(_("Der Name fehlt."))
    return name


def _line(longest: int) -> Callable[[str], str]:
    def read(cell: str) -> str:
        text = " ".join(unguarded(cell).split())
        if len(text) > longest:
            raise Unreadable(_("Der Text ist zu lang: höchstens {count} Zeichen.").format(count=longest))
        return text

    return read


def _text(cell: str) -> str:
    return unguarded(cell)


def _email(cell: str) -> str:
    address = unguarded(cell).removeprefix("mailto:")
    if not address:
        raise Unreadable(_("Die E-Mail-Adresse fehlt."))
    try:
        validate_email(address)
    except ValidationError:
        raise Unreadable(
            _("„{address}“ ist keine vollständige E-Mail-Adresse. Beispiel: name@beispiel.de").format(
                address=address
            )
        ) from None
    return address


def _phone(cell: str) -> str:
    number = phone_in(cell)
    if len(number) > 40 or not re.fullmatch(r"[\d\s+()/.\-–]*", number):
        raise Unreadable(_("„{number}“ sieht nicht wie eine Telefonnummer aus.").format(number=number))
    return number


def _website(cell: str) -> str:
    address = unguarded(cell)
    if not address:
        return ""
    address = address if "://" in address else f"https://{address}"
    try:
        URLValidator(schemes=["http", "https"])(address)
    except ValidationError:
        raise Unreadable(_("„{address}“ ist keine Internetadresse.").format(address=address)) from None
    return address


def _kind(cell: str) -> str:
    wanted = _plain(cell)
    for value, known in _in_every_language(lambda: dict(Partner.Kind.choices)).items():
        if wanted in {value, *known}:
            return value
    words = ", ".join(str(word) for _value, word in Partner.Kind.choices)
    raise Unreadable(
        _("„{cell}“ kennen wir nicht. Möglich sind: {words}.").format(cell=cell.strip(), words=words)
    )


def _languages_out(partner: Partner) -> str:
    return guarded(", ".join(name_in(code, translation.get_language() or "de") for code in partner.languages))


def _languages_in(cell: str) -> list[str]:
    known: dict[str, str] = {}
    for code, own in names().items():
        known |= {code.casefold(): code, own.casefold(): code}
        known |= {name_in(code, spoken).casefold(): code for spoken, _name in settings.LANGUAGES}
    found = []
    for word in _listed(cell):
        if word.casefold() not in known:
            raise Unreadable(_("Die Sprache „{word}“ kennen wir nicht.").format(word=word))
        found.append(known[word.casefold()])
    return list(dict.fromkeys(found))


def _districts(cell: str) -> list[str]:
    known = {name.casefold(): name for name in city()["districts"]}
    found = []
    for word in _listed(cell):
        if word.casefold() not in known:
            raise Unreadable(_("Den Stadtteil „{word}“ gibt es im Stadtprofil nicht.").format(word=word))
        found.append(known[word.casefold()])
    return list(dict.fromkeys(found))


def _number(cell: str) -> int | None:
    text = re.sub(r"^(?:ca\.?|etwa|rund)\s*", "", unguarded(cell), flags=re.IGNORECASE)
    if not text:
        return None
    plain = text.replace(".", "").replace(" ", "")
    if not re.fullmatch(r"[0-9]{1,9}", plain):
        raise Unreadable(_("„{text}“ ist keine Zahl.").format(text=text))
    return int(plain)


def _listed(cell: str) -> list[str]:
    return [word.strip() for word in re.split(r"[,;/\n]|\b(?:und|and)\b", unguarded(cell)) if word.strip()]
