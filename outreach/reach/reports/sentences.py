"""The answer in words: what came out on top, and whether that is certain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from outreach.reach.reports.groups import Entry
from outreach.reach.reports.spans import ranged, with_chance

#: More names than this are a number.
NAMED = 3


class Standing(NamedTuple):
    """Who came out on top, and how many of the others cannot be told from it."""

    #: None: nothing is known of anybody.
    best: Entry | None
    others: int
    rivals: int
    #: The rivals' names in their order, if they are few.
    names: tuple[str, ...]


def standing(found: Sequence[Sequence[Entry]]) -> Standing:
    """Where the groups of `groups.groups` leave the best one."""
    everyone = [entry for group in found for entry in group]
    best = next((entry for entry in everyone if entry.span.known), None)
    if best is None:
        return Standing(None, max(len(everyone) - 1, 0), 0, ())
    rivals = [entry.label for entry in everyone if entry is not best and not below(entry, best)]
    return Standing(best, len(everyone) - 1, len(rivals), tuple(rivals) if len(rivals) <= NAMED else ())


def verdict(found: Sequence[Sequence[Entry]], threshold: int, where: str = "{name}") -> tuple[str, ...]:
    """One or two sentences about groups of `groups.groups`; `threshold`: smaller numbers are hidden.

    `where` puts a name into the sentence: "über {name}", "bei {name}".
    """
    return said(standing(found), threshold, where)


def said(found: Standing, threshold: int, where: str) -> tuple[str, ...]:
    """The same of what is known already."""
    best = found.best
    if best is None:
        return (
            _(
                "Noch nicht genug Daten: Überall waren es weniger als {threshold} Aufrufe, "
                "oder die Zahlen sind verborgen."
            ).format(threshold=threshold),
            _("Das ist ein normales Ergebnis. Nach der nächsten Veröffentlichung kann es mehr sein."),
        )
    told = {"where": where.format(name=best.label), "span": ranged(best.span)}
    if not found.others:
        return (_first().format(**told), _("Zum Vergleichen gibt es nichts anderes."))
    if not found.rivals:
        return (_first().format(**told), _("Der Abstand zu allen anderen ist gesichert."))
    first = _shared(found, told)
    if found.rivals == found.others:
        return (first, _("Kein Abstand zu anderen ist gesichert."))
    return (first, _fewer(found.others - found.rivals))


def below(entry: Entry, other: Entry) -> bool:
    """Whether an entry is certainly below another one, chance included."""
    return with_chance(entry.span)[1] < with_chance(other.span)[0]


def _first() -> str:
    return _("Die meisten Aufrufe gab es {where}: {span}.")


def _shared(found: Standing, told: dict[str, str]) -> str:
    if found.rivals > NAMED:
        text = ngettext(
            "Die meisten Aufrufe gab es {where} ({span}), aber der Unterschied zu {count} anderen "
            "ist nicht gesichert.",
            "Die meisten Aufrufe gab es {where} ({span}), aber der Unterschied zu {count} anderen "
            "ist nicht gesichert.",
            found.rivals,
        )
        return text.format(count=found.rivals, **told)
    text = _(
        "Die meisten Aufrufe gab es {where} ({span}), aber der Unterschied zu {others} ist nicht gesichert."
    )
    return text.format(others=listed(found.names), **told)


def _fewer(count: int) -> str:
    return ngettext(
        "Bei {count} weiteren Eintrag waren es gesichert weniger.",
        "Bei {count} weiteren Einträgen waren es gesichert weniger.",
        count,
    ).format(count=count)


def listed(names: Sequence[str]) -> str:
    """ "A", "A und B", "A, B und C"."""
    if len(names) < 2:
        return "".join(names)
    return _("{most} und {last}").format(most=", ".join(names[:-1]), last=names[-1])


def headings(found: Sequence[Sequence[Entry]]) -> list[str]:
    """What stands over each group; a single group needs none but a warning.

    No warning either where nothing is known: an order that nobody shows cannot mislead.
    """
    if len(found) == 1 and (len(found[0]) == 1 or standing(found).best is None):
        return [""]
    return [_heading(number, group) for number, group in enumerate(found, start=1)]


def _heading(number: int, group: Sequence[Entry]) -> str:
    if len(group) == 1:
        return _("Gruppe {number}").format(number=number)
    return _("Gruppe {number}: Reihenfolge nicht gesichert").format(number=number)
