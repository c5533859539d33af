"""What came to whom: ads, and for each partner the ads it got, may still get, and passed on. Five queries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Q

from channels.coverage.quarters import Quarter
from channels.models import Channel, Delivery, HandOff, Partner
from channels.routing import pay
from postings.models import Posting

State = Delivery.State
_UNDER_WAY = (State.WAITING, State.SENDING)


@dataclass(frozen=True)
class Ad:
    """An ad that went out."""

    pk: int
    title: str
    band: int | None


@dataclass
class Arrivals:
    """Ads and where they came; keys of the dictionaries are partners, `None` is the city's own channels."""

    ads: list[Ad]
    partners: list[Partner]
    #: Partners with a channel that is switched on.
    connected: set[int]
    got: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    coming: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    passed_on: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    #: Language of the city's own channels -> ads that stand there.
    own_channels: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))


def of_quarter(quarter: Quarter) -> Arrivals:
    """Every ad published in the quarter."""
    return _read(Q(published_at__gte=quarter.start, published_at__lt=quarter.end))


def of_ad(posting: Posting) -> Arrivals:
    """One ad."""
    return _read(Q(pk=posting.pk))


def _read(which: Q) -> Arrivals:
    postings = Posting.objects.filter(which, approved__isnull=False)
    rows = postings.order_by("title").values_list("pk", "title", "approved__facts")
    found = Arrivals(
        ads=[Ad(pk, title, _band(facts)) for pk, title, facts in rows],
        partners=list(Partner.objects.all()),
        connected=set(Channel.objects.active().exclude(partner=None).values_list("partner", flat=True)),
    )
    about = Delivery.objects.filter(version__posting__in=postings, action=Delivery.Action.PUBLISH)
    _sort(found, about)
    handed = HandOff.objects.filter(delivery__version__posting__in=postings)
    for partner, posting in handed.values_list("delivery__channel__partner", "delivery__version__posting"):
        found.passed_on[partner].add(posting)
    return found


def _sort(found: Arrivals, about) -> None:
    held_back = Q(state=State.WAITING, attempts=0) & ~Q(error="")
    about = about.exclude(held_back)
    fields = ("channel__partner", "channel__language", "version__posting", "state")
    for partner, language, posting, state in about.values_list(*fields).distinct():
        if state == State.SENT and partner is None:
            found.own_channels[language].add(posting)
        elif state == State.SENT:
            found.got[partner].add(posting)
        elif state in _UNDER_WAY and partner is not None:
            found.coming[partner].add(posting)


def _band(facts: dict) -> int | None:
    return pay.band(facts.get("pay_group"), apprenticeship=bool(facts.get("apprenticeship")))
