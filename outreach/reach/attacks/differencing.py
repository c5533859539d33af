"""Subtract what is published from what is published: sums, periods, tables, exports of different days."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from outreach.reach.attacks.knowledge.claims import Claim, breaks, grouped
from outreach.reach.attacks.knowledge.publication import Printed, Publication
from outreach.reach.attacks.registry import Found, Outlook

NAME = gettext_lazy("Differenzen")
ABOUT = gettext_lazy(
    "Zieht Veröffentlichtes voneinander ab: Summe minus Sichtbares, langer Zeitraum minus kurzer, eine "
    "Tabelle minus die andere, die Ausgabe von heute minus die von gestern."
)


def attack(outlook: Outlook) -> Found:
    """Every published figure and every growth between two releases, narrowed by everything else."""
    system = outlook.system
    found = Found(claims=[*_narrow(outlook), *_changed(outlook.publication)])
    found.learned.append(
        _("{tables} Tabellen mit {figures} Zahlen, {sums} Summen zwischen ihnen ausgewertet.").format(
            tables=len(outlook.publication.tables),
            figures=grouped(outlook.publication.figures),
            sums=grouped(system.unknowns.equations),
        )
    )
    if outlook.apart:
        found.learned.append(_("Die Tabellen widersprechen einander; sie wurden darum einzeln ausgewertet."))
    narrowest = min((_width(outlook, name) for name in system.asked if _small(outlook, name)), default=0)
    if narrowest:
        found.learned.append(
            ngettext(
                "Für die am engsten eingegrenzte kleine Zahl bleibt %(number)d Möglichkeit.",
                "Für die am engsten eingegrenzte kleine Zahl bleiben %(number)d Möglichkeiten.",
                narrowest,
            )
            % {"number": narrowest}
        )
    return found


def _narrow(outlook: Outlook) -> Iterator[Claim]:
    for name, (quantity, table) in outlook.system.asked.items():
        lower, upper = outlook.system.unknowns.bounds(name)
        if breaks(lower, upper, table):
            yield Claim(quantity, lower, upper, threshold=table.threshold)


def _small(outlook: Outlook, name: object) -> bool:
    """Whether the count may be a protected one."""
    lower, _upper = outlook.system.unknowns.bounds(name)
    return lower < outlook.system.asked[name][1].threshold


def _width(outlook: Outlook, name: object) -> int:
    lower, upper = outlook.system.unknowns.bounds(name)
    return upper - lower + 1


def _changed(publication: Publication) -> Iterator[Claim]:
    """The same table for the same period, published twice with different figures."""
    seen: dict[tuple[str, object, object], Printed] = {}
    for table in publication.tables:
        place = (table.name, table.first, table.until)
        before = seen.setdefault(place, table)
        if before.cells != table.cells:
            yield Claim(
                None,
                sentence=_("Die Tabelle „{name}“ bis {last} gibt es in zwei verschiedenen Fassungen.").format(
                    name=table.name, last=table.last
                ),
            )
