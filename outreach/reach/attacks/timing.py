"""Place a visit in time: windows that are too small, figures that come too soon, live figures."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from outreach.reach.attacks.knowledge import building
from outreach.reach.attacks.knowledge.claims import Claim
from outreach.reach.attacks.knowledge.publication import Printed
from outreach.reach.attacks.registry import Found, Outlook

NAME = gettext_lazy("Zeitpunkte")
ABOUT = gettext_lazy(
    "Sucht Zahlen aus so kleinen Zeiträumen oder so kurz nach dem Ereignis, dass sie sich mit einer "
    "Bewerbung um 14:03 Uhr verbinden ließen."
)
#: Retrievals of one week are told together at the earliest, applications and answers of four.
WINDOW = {"clicks": datetime.timedelta(days=7), "persons": datetime.timedelta(days=28)}
#: From the end of what is counted to its publication.
DELAY = datetime.timedelta(days=1)
#: Steps of a person; hand-offs and deliveries are our partners' and our own.
_OF_PERSONS = {"started", "finished", "invited", "hired", "heard", "disclosure"}
#: Addresses where live counts could stand.
_LIVE = ("/metrics", "/healthz", "/readyz")
_CLICKS = re.compile(rb"^\w*(?:click|opening|counter|retrieval)\w*(?:\{[^}]*\})? \d", re.MULTILINE)


def attack(outlook: Outlook) -> Found:
    """Windows and delays of every table; live counts on addresses open to everybody."""
    found = Found()
    for tables in building.split(outlook.publication)[0]:
        found.claims += _windows(tables)
    for table in outlook.publication.tables:
        found.claims += _soon(table)
    found.claims += _live(outlook)
    delays = [_delay(table) for table in outlook.publication.tables]
    if delays:
        hours = int(min(delays).total_seconds() // 3600)
        found.learned.append(
            _("Keine Zahl erschien früher als {hours} Stunden nach dem Ende ihres Zeitraums.").format(
                hours=hours
            )
        )
    return found


def _windows(tables: list[Printed]) -> Iterator[Claim]:
    """Releases that follow each other so closely that their difference is a small window."""
    for before, table in pairwise(tables):
        least = WINDOW["persons" if table.measure in _OF_PERSONS else "clicks"]
        if datetime.timedelta() < table.until - before.until < least:
            yield Claim(
                None,
                sentence=_(
                    "Tabelle „{name}“: Die Ausgaben bis {before} und bis {last} trennen nur {days} Tage."
                ).format(
                    name=table.name,
                    before=before.last,
                    last=table.last,
                    days=(table.until - before.until).days,
                ),
            )


def _delay(table: Printed) -> datetime.timedelta:
    end = datetime.datetime.combine(table.until, datetime.time(), table.released_at.tzinfo)
    return table.released_at - end


def _soon(table: Printed) -> Iterator[Claim]:
    """A table that came out before its period was over for a day."""
    if _delay(table) < DELAY:
        yield Claim(
            None,
            sentence=_("Tabelle „{name}“ bis {last} erschien schon am {at:%d.%m.%Y um %H:%M}.").format(
                name=table.name, last=table.last, at=table.released_at
            ),
        )


def _live(outlook: Outlook) -> Iterator[Claim]:
    for path in _LIVE if outlook.fetch else ():
        status, body = outlook.fetch(path)
        if status == 200 and _CLICKS.search(body):
            yield Claim(
                None, sentence=_("{path} zeigt allen, wie viele Aufrufe es gerade gibt.").format(path=path)
            )
