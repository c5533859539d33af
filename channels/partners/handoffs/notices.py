"""The register of notices: what hangs where, since when and until when, and what is due to come down."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from channels.models import HandOff
from channels.partners.handoffs.hanging import is_over
from postings import amounts


class Standing(StrEnum):
    """How a notice stands today."""

    HANGS = "hangs"
    DUE = "due"
    DOWN = "down"


@dataclass(frozen=True)
class Notice:
    """One notice of one partner. Says where and until when, never who put it up."""

    handoff: HandOff
    standing: Standing
    why: str

    @property
    def title(self) -> str:
        return self.handoff.delivery.title

    @property
    def partner(self) -> str:
        channel = self.handoff.delivery.channel
        return channel.partner.name if channel.partner else channel.name

    @property
    def word(self) -> str:
        return {
            Standing.HANGS: _("hängt"),
            Standing.DUE: _("bitte abnehmen"),
            Standing.DOWN: _("abgenommen"),
        }[self.standing]


def register(today: datetime.date, *, wanted: str = "") -> list[Notice]:
    """Everything partners said they put up: first what is due, then by day. `wanted`: one standing only."""
    rows = HandOff.objects.filter(how=HandOff.How.PUT_UP).select_related(
        "delivery__version__posting", "delivery__event", "delivery__channel__partner"
    )
    found = [_notice(row, today) for row in rows]
    order = [Standing.DUE, Standing.HANGS, Standing.DOWN]
    found.sort(key=lambda one: (order.index(one.standing), one.handoff.at, one.handoff.pk))
    return [one for one in found if one.standing == wanted] if wanted in set(Standing) else found


def table(notices: Iterable[Notice]) -> list[list[str]]:
    """Rows for a spreadsheet, headings first."""
    heads = [
        _("Stelle oder Veranstaltung"), _("Partner"), _("Ort"), _("Hängt seit"), _("Bis"), _("Stand"),
        _("Warum"), _("Abgenommen am"),
    ]  # fmt: skip
    return [heads, *(_row(notice) for notice in notices)]


def _row(notice: Notice) -> list[str]:
    one = notice.handoff
    return [
        notice.title,
        notice.partner,
        one.place,
        amounts.day(one.at),
        amounts.day(one.until) if one.until else "",
        notice.word,
        notice.why,
        amounts.day(one.removed_at) if one.removed_at else "",
    ]


def _notice(handoff: HandOff, today: datetime.date) -> Notice:
    if handoff.removed_at:
        return Notice(handoff, Standing.DOWN, "")
    if is_over(handoff, today):
        return Notice(handoff, Standing.DUE, _("Sie ist geschlossen oder vorbei."))
    if handoff.until and handoff.until < today:
        return Notice(handoff, Standing.DUE, _("Der genannte Tag ist vorbei."))
    return Notice(handoff, Standing.HANGS, "")
