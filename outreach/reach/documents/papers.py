"""The papers people download: what each is called, in which languages and forms, and how it is made."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from outreach.reach import released
from outreach.reach.compliance import assessment, notice, record
from outreach.reach.documents import council, periods, steering
from outreach.reach.documents.periods import Period
from outreach.reach.documents.setting import Document, docx, pdf

FORMS: dict[str, tuple[str, Callable[[Document], bytes]]] = {
    "pdf": ("application/pdf", pdf),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx),
}


@dataclass(frozen=True)
class Wish:
    """What somebody asks for."""

    language: str
    period: Period
    definition: str | None
    now: datetime.datetime


@dataclass(frozen=True)
class Paper:
    """One kind of document. Its name is part of its address."""

    name: str
    title: str | Promise
    about: str | Promise
    languages: tuple[str, ...]
    forms: tuple[str, ...]
    make: Callable[[Wish], Document]
    #: Whether it is about a period; else it tells how things are now.
    periodic: bool = False

    def file_name(self, wish: Wish, form: str) -> str:
        """ "ratsanfrage-2026-Q3-de.pdf"."""
        about = wish.period.key if self.periodic else f"{timezone.localdate(wish.now)}"
        return f"{self.name}-{about}-{wish.language}.{form}"


PAPERS: dict[str, Paper] = {
    paper.name: paper
    for paper in (
        Paper(
            "ratsanfrage",
            _("Antwort auf die Ratsanfrage"),
            _(
                "Je Stelle und Bereich: Bewerbungen, Einladungen, Einstellungen und der Anteil unter einer "
                "Definition. Was nicht erhoben wird, steht darin."
            ),
            ("de", "en"),
            ("pdf", "docx"),
            lambda wish: council.document(wish.period, wish.language, wish.now, wish.definition),
            periodic=True,
        ),
        Paper(
            "lenkungsgruppe",
            _("Bericht an die Lenkungsgruppe"),
            _(
                "Ein Messwert je Maßnahme, die Reichweite nach Kanal, Sprache, Stadtteil und Berufsfeld, "
                "was gewirkt hat und was nicht bekannt ist."
            ),
            ("de", "en"),
            ("pdf", "docx"),
            lambda wish: steering.document(wish.period, wish.language, wish.now),
            periodic=True,
        ),
        Paper(
            "verzeichnis",
            _("Verzeichnis von Verarbeitungstätigkeiten"),
            _("Nach Artikel 30 DSGVO, gefüllt aus den Einstellungen, mit denen der Dienst läuft."),
            ("de", "en"),
            ("pdf", "docx"),
            lambda wish: record.document(timezone.localdate(wish.now), wish.language),
        ),
        Paper(
            "folgenabschaetzung",
            _("Tatsachen zur Datenschutz-Folgenabschätzung"),
            _("Was geschieht, die Begründung zu § 25 TDDDG, Risiken und Maßnahmen, Nachweis der Löschung."),
            ("de", "en"),
            ("pdf", "docx"),
            lambda wish: assessment.document(wish.now, wish.language),
        ),
        Paper(
            "datenschutz",
            _("Datenschutzerklärung"),
            _("In allen Sprachen, in denen Stellen erscheinen, zum Aushängen oder Mitgeben."),
            notice.codes(),
            ("pdf",),
            lambda wish: notice.document(wish.language, timezone.localdate(wish.now)),
        ),
    )
}


def wish(language: str, period: str, definition: str, now: datetime.datetime) -> Wish:
    """What an address asks for; without a readable period, the newest one with figures."""
    chosen = periods.read(period) or _newest(periods.offered(timezone.localdate(now)))
    return Wish(language, chosen, definition or None, now)


def _newest(offered: list[Period]) -> Period:
    """The newest period of which there are figures; if there is none, the last one that is over."""
    known = {entry.period for entry in released.releases()}
    return next((one for one in offered if known & set(one.quarters)), offered[1])
