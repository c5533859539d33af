"""Rows of the map: languages, communities, districts; what is missing in each, and who would close it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from channels import languages
from channels.coverage.arrivals import Arrivals
from channels.models import Partner
from channels.routing.languages import name_in
from outreach.profile import city
from postings import amounts

Status = Literal["all", "some", "none"]
Membership = Partner.Status


@dataclass
class Place:
    """A language, a kind of community or a district: which ads came there, by whom."""

    name: str
    total: int
    got: set[int] = field(default_factory=set)
    coming: set[int] = field(default_factory=set)
    passed_on: set[int] = field(default_factory=set)
    #: Partners to whom something came, and those to whom nothing did.
    reached: list[Partner] = field(default_factory=list)
    missing: list[Partner] = field(default_factory=list)
    own_channel: bool = False

    @property
    def partners(self) -> list[Partner]:
        return [*self.reached, *self.missing]

    @property
    def count(self) -> int:
        return len(self.got)

    @property
    def later(self) -> int:
        return len(self.coming - self.got)

    @property
    def status(self) -> Status:
        if not self.got:
            return "none"
        return "all" if self.count >= self.total else "some"


@dataclass
class Closer:
    """A known partner who would close gaps, and what to do for it."""

    partner: Partner
    why: str
    step: str
    address: str
    gaps: list[str] = field(default_factory=list)


@dataclass
class Coverage:
    """The whole map."""

    total: int
    languages: list[Place]
    communities: list[Place]
    districts: list[Place]
    closers: list[Closer]

    @property
    def told(self) -> dict[str, int]:
        """How many languages, communities and districts at least one ad came to."""
        parts = {"languages": self.languages, "communities": self.communities, "districts": self.districts}
        return {name: sum(place.status != "none" for place in places) for name, places in parts.items()}

    @property
    def open_gaps(self) -> list[str]:
        """Languages and communities that got nothing and that no known partner would close."""
        places = [*self.languages, *self.communities]
        return [place.name for place in places if place.status == "none" and not place.partners]

    @property
    def empty_districts(self) -> int:
        """Districts in which no partner is known."""
        return sum(not place.partners for place in self.districts)


def coverage(arrivals: Arrivals, today: datetime.date) -> Coverage:
    """The map of these arrivals."""
    total, reader = len(arrivals.ads), get_language() or "de"
    spoken = {code: name_in(code, reader) for code in _codes(arrivals.partners)}
    kinds = {value: str(label) for value, label in Partner.Kind.choices}
    districts = {name: name for name in city()["districts"]}
    found = Coverage(
        total,
        languages=_places(spoken, lambda partner: partner.languages, arrivals),
        communities=_places(kinds, lambda partner: [partner.kind], arrivals),
        districts=_places(districts, lambda partner: partner.districts, arrivals),
        closers=[],
    )
    for code, place in zip(spoken, found.languages, strict=True):
        own = arrivals.own_channels.get(code, set())
        place.own_channel = bool(own)
        place.got |= own
    if total:
        found.closers = _closers(found, arrivals, today)
    return found


def _codes(partners: Iterable[Partner]) -> list[str]:
    """The languages of the service, then those only partners named."""
    return list(dict.fromkeys([*languages.codes(), *(code for one in partners for code in one.languages)]))


def _places(names: dict[str, str], keys: Callable[[Partner], list[str]], arrivals: Arrivals) -> list[Place]:
    places = {key: Place(name, len(arrivals.ads)) for key, name in names.items()}
    for partner in arrivals.partners:
        for key in keys(partner):
            if key in places:
                _add(places[key], partner, arrivals)
    return list(places.values())


def _add(place: Place, partner: Partner, arrivals: Arrivals) -> None:
    (place.reached if arrivals.got.get(partner.pk) else place.missing).append(partner)
    place.got |= arrivals.got.get(partner.pk, set())
    place.coming |= arrivals.coming.get(partner.pk, set())
    place.passed_on |= arrivals.passed_on.get(partner.pk, set())


def _closers(found: Coverage, arrivals: Arrivals, today: datetime.date) -> list[Closer]:
    """Partners who stand beside the way, those who close most gaps first."""
    closers = {
        partner.pk: closer
        for partner in arrivals.partners
        if (closer := _closer(partner, arrivals.connected, today))
    }
    for place in [*found.languages, *found.communities, *found.districts]:
        if place.status == "all":
            continue
        for partner in place.partners:
            if partner.pk in closers:
                closers[partner.pk].gaps.append(place.name)
    useful = [closer for closer in closers.values() if closer.gaps]
    return sorted(useful, key=lambda closer: (-len(closer.gaps), closer.partner.name))


def _closer(partner: Partner, connected: set[int], today: datetime.date) -> Closer | None:
    """Why nothing goes to this partner, and the next step; None if everything does."""
    page = reverse("channels:edit_partner", args=[partner.pk])
    if partner.status == Membership.INVITED:
        return Closer(partner, _("eingeladen, hat noch nicht zugesagt"), _("Einladung ansehen"), page)
    if partner.status == Membership.STOPPED:
        return Closer(partner, _("hat sich abgemeldet"), _("Nachfragen"), page)
    if partner.pk not in connected:
        new = f"{reverse('channels:new')}?kind=email&partner={partner.pk}"
        return Closer(partner, _("hat noch keinen Kanal"), _("Kanal anlegen"), new)
    if not partner.wants_ads:
        return Closer(partner, _("möchte keine Stellen bekommen"), _("Partner ansehen"), page)
    if partner.paused_until and partner.paused_until >= today:
        until = _("macht Pause bis {day}").format(day=amounts.day(partner.paused_until))
        return Closer(partner, until, _("Partner ansehen"), page)
    if partner.families:
        return Closer(partner, _("hat nur bestimmte Berufsfelder gewählt"), _("Partner ansehen"), page)
    return None
