"""Whether posters can print what an ad says: told in words before the approval, never a blank box."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from channels import languages
from channels.renditions.poster import glyphs
from channels.translating.segments import digest
from postings.documents.cleaning import clean_text
from postings.models import PostingVersion

#: Facts that stand on posters as they stand in the ad.
_PRINTED = {
    "place": lambda: _("im Ort"),
    "pay_group": lambda: _("in der Entgeltgruppe"),
    "start": lambda: _("im Beginn"),
}


def problems(version: PostingVersion) -> list[str]:
    """A sentence for each character that cannot be printed: which, where, what to do. Empty: all is well."""
    return [_said(sign, where) for where, text in _places(version) for sign in glyphs.missing(text)]


def refusal(text: str, german: str = "") -> str:
    """Why a translation cannot be kept as it is; "" if it can. What the German text has, it may have."""
    found = [glyphs.named(sign) for sign in glyphs.missing(text) if sign not in german]
    if not found:
        return ""
    return _(
        "Diese Zeichen können wir auf Plakaten nicht drucken: {signs}. "
        "Bitte ersetzen Sie sie, zum Beispiel durch Buchstaben."
    ).format(signs=", ".join(found))


def _places(version: PostingVersion) -> Iterator[tuple[str, str]]:
    facts = version.facts
    yield _("im Titel"), version.title
    for key, where in _PRINTED.items():
        yield where(), str(facts.get(key) or "")
    contact = facts.get("contact") or {}
    yield _("bei der Ansprechperson"), f"{contact.get('name') or ''} {contact.get('phone') or ''}"
    title = digest(clean_text(version.title).strip())
    for row in version.posting.translations.filter(digest=title):
        known = row.language in languages.codes()
        name = languages.get(row.language).told_name if known else row.language
        yield _("im übersetzten Titel ({language})").format(language=name), row.text


def _said(sign: str, where: str) -> str:
    return _(
        "Das Zeichen {sign} {where} können wir auf Plakaten nicht drucken. "
        "Bitte nehmen Sie es heraus oder schreiben Sie es mit anderen Buchstaben."
    ).format(sign=glyphs.named(sign), where=where)
