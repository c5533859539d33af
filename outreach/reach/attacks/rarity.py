"""Find groups so small that any figure about them is about persons: one association, one community."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from outreach.reach.attacks.knowledge.claims import Claim, Quantity
from outreach.reach.attacks.knowledge.publication import TOTAL, Printed
from outreach.reach.attacks.registry import Found, Outlook

NAME = gettext_lazy("Seltene Gruppen")
ABOUT = gettext_lazy(
    "Sucht Zahlen über so kleine Gruppen (ein Kanal ist ein Verein, eine Sprache eine Gemeinschaft), dass "
    "sie einzelne Menschen meinen."
)


def attack(outlook: Outlook) -> Found:
    """Shown figures of channels whose partner says how few people it reaches.

    A group below the threshold may not be shown at all. Of persons (not retrievals), no figure may be more
    than half of the group: then more likely than not each of them is in it.
    """
    audiences = outlook.publication.audiences
    claims = [claim for table in outlook.publication.tables for claim in _of(table, audiences)]
    learned = _("{number} Kanäle nennen, wie viele Menschen sie erreichen; der kleinste {least}.").format(
        number=len(audiences), least=min(audiences.values(), default=0)
    )
    single = _single_languages(outlook.publication.tables)
    found = Found(claims, [learned] if audiences else [])
    if single:
        found.learned.append(
            _("Diese Sprachen gibt es nur auf einem Kanal: {names}.").format(names=", ".join(single))
        )
    return found


def _of(table: Printed, audiences: dict[str, int] | object) -> Iterator[Claim]:
    if "channel" not in table.dimensions:
        return
    place = table.dimensions.index("channel")
    for key, shown in table.cells.items():
        size = dict(audiences).get(key[place])  # type: ignore[call-overload]
        if size is None or shown.value is None or shown.lower < 1:
            continue
        if size < table.threshold or (table.protection_class == "persons" and shown.lower > size / 2):
            quantity = Quantity(table.name, table.measure, key, table.first, table.until)
            yield Claim(
                None,
                sentence=_("„{name}“, Kanal {channel}: {value} bei nur {size} Menschen.").format(
                    name=quantity.table,
                    channel=table.label("channel", key[place]),
                    value=shown.value,
                    size=size,
                ),
            )


def _single_languages(tables: tuple[Printed, ...]) -> list[str]:
    """Languages that stand on one channel alone: their sum is that channel's figure."""
    places: dict[str, set[str]] = {}
    for table in tables:
        if {"language", "channel"} <= set(table.dimensions):
            language, channel = table.dimensions.index("language"), table.dimensions.index("channel")
            for key in table.cells:
                if TOTAL not in (key[language], key[channel]):
                    places.setdefault(key[language], set()).add(key[channel])
    return sorted(language for language, channels in places.items() if len(channels) == 1)
