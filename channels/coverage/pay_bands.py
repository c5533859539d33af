"""Which pay groups came to which communities: would only the low ones go to some, the city should see it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from channels.coverage.arrivals import Arrivals
from channels.coverage.gaps import Coverage
from channels.routing import pay

#: Bands with a pay group, split where a first degree begins.
_LOWER, _HIGHER = (1, 2), (3, 4)
#: Less than this in hundred is no difference worth a sentence.
_NOTICED = 10
_GERMAN = ("de", "de-simple")


@dataclass(frozen=True)
class Line:
    """A community: of how many ads of each band how many came there."""

    group: str
    name: str
    cells: list[tuple[int, int]]  # (came, all) per band


@dataclass(frozen=True)
class PayReport:
    """One sentence and the table it is from."""

    sentence: str
    bands: list[str]
    lines: list[Line]

    @property
    def groups(self) -> list[tuple[str, list[Line]]]:
        """The lines under the heading they share."""
        return [(group, list(lines)) for group, lines in groupby(self.lines, key=lambda line: line.group)]

    @property
    def width(self) -> int:
        return len(self.bands) + 1


def report(arrivals: Arrivals, found: Coverage) -> PayReport:
    """Languages and kinds of partners against pay bands; bands no ad has are left out."""
    per_band = {band: {ad.pk for ad in arrivals.ads if ad.band == band} for band in pay.names()}
    used = {band: name for band, name in pay.names().items() if per_band[band]}
    lines = [
        Line(group, place.name, [(len(place.got & per_band[band]), len(per_band[band])) for band in used])
        for group, places in ((_("Nach Sprache"), found.languages), (_("Nach Art"), found.communities))
        for place in places
        if place.partners
    ]
    return PayReport(_sentence(arrivals, per_band), list(used.values()), lines)


def _sentence(arrivals: Arrivals, per_band: dict[int | None, set[int]]) -> str:
    came = _came(arrivals, lambda codes: bool(set(codes) - set(_GERMAN)))
    lower, higher = (_all(per_band, bands) for bands in (_LOWER, _HIGHER))
    if not lower or not higher:
        return _(
            "Für einen Vergleich braucht es Stellen bis E 9a und Stellen ab E 9b. "
            "In dieser Zeit gab es nicht beides."
        )
    text = _(
        "Partner mit einer anderen Sprache als Deutsch bekamen {low} von {all_low} Stellen bis E 9a "
        "und {high} von {all_high} Stellen ab E 9b. {verdict}"
    )
    return text.format(
        low=len(came & lower),
        all_low=len(lower),
        high=len(came & higher),
        all_high=len(higher),
        verdict=_verdict(len(came & lower) / len(lower), len(came & higher) / len(higher)),
    )


def _verdict(lower: float, higher: float) -> str:
    difference = 100 * (lower - higher)
    if difference >= _NOTICED:
        return _("Gut bezahlte Stellen kommen dort seltener an: Bitte schauen Sie, woran das liegt.")
    if difference <= -_NOTICED:
        return _("Gut bezahlte Stellen kommen dort öfter an als andere.")
    return _("Gut und weniger gut bezahlte Stellen kommen dort etwa gleich oft an.")


def _came(arrivals: Arrivals, speaks: Callable[[Iterable[str]], bool]) -> set[int]:
    """The ads that came to at least one of these partners."""
    partners = [partner for partner in arrivals.partners if speaks(partner.languages)]
    return set().union(*(arrivals.got.get(partner.pk, set()) for partner in partners))


def _all(per_band: dict[int | None, set[int]], bands: Iterable[int]) -> set[int]:
    return set().union(*(per_band[band] for band in bands))


def table_of(found: PayReport) -> list[list[str | int]]:
    """Head and rows for a spreadsheet: how many came, and of how many."""
    head: list[str | int] = [_("Gruppe"), _("Wer")]
    for band in found.bands:
        head += [_("{band}: angekommen").format(band=band), _("{band}: alle").format(band=band)]
    rows = [[line.group, line.name, *(n for cell in line.cells for n in cell)] for line in found.lines]
    return [head, *rows]
