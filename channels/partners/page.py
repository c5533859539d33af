"""What a partner's own page shows. Only this partner's: everything starts from `partner`."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from channels import routing
from channels.models import Delivery, HandOff, Partner
from channels.partners import tokens
from channels.partners.passing_on import forwarding, packages, ways
from channels.renditions.forms.package import package
from postings import amounts
from postings.models import State as PostingState

State, Action = Delivery.State, Delivery.Action
#: A package first: it was made for this page. Then what was mailed, then all other ways.
_RANK = {"package": 0, "email": 1}


def deliveries(partner: Partner) -> QuerySet[Delivery]:
    """Everything that was ever meant for this partner."""
    return (
        Delivery.objects.telling()
        .filter(channel__partner=partner)
        .select_related("version__posting", "channel", "event")
    )


def own_delivery(partner: Partner, pk: int) -> Delivery | None:
    """One message of this partner; None for anybody else's."""
    return deliveries(partner).filter(pk=pk).first()


def open_items(partner: Partner, now: datetime.datetime | None = None) -> list[dict[str, Any]]:
    """One entry per open ad and coming event, what fits best first, each with its package."""
    now = now or timezone.now()
    found: dict[tuple[str, int | None], Delivery] = {}
    for delivery in _current(partner, now):
        subject = _subject(delivery)
        if subject not in found or _rank(delivery) < _rank(found[subject]):
            found[subject] = delivery
    done = _done(partner, found.values())
    best_first = sorted(found.values(), key=lambda delivery: -routing.fit(delivery.reasons))
    return [_entry(partner, delivery, done.get(_subject(delivery), {})) for delivery in best_first]


def _subject(delivery: Delivery) -> tuple[str, int | None]:
    """The wording of an ad, or the event: what is passed on, on whichever way it came."""
    return ("ad", delivery.version_id) if delivery.version_id else ("event", delivery.event_id)


def _current(partner: Partner, now: datetime.datetime) -> QuerySet[Delivery]:
    """Messages about what is open now, in its present wording."""
    today = timezone.localdate(now)
    ads = Q(
        version__posting__state=PostingState.PUBLISHED,
        version__posting__approved=F("version"),
    ) & (Q(version__posting__deadline=None) | Q(version__posting__deadline__gte=today))
    events = Q(event__announced_at__isnull=False, event__cancelled_at=None, event__ends_at__gte=now)
    rows = deliveries(partner).filter(ads | events, action__in=[Action.PUBLISH, Action.CHANGE])
    return rows.exclude(state=State.CANCELLED).order_by("-created_at", "-pk")


def _rank(delivery: Delivery) -> tuple[int, int]:
    changed = 0 if delivery.action == Action.CHANGE else 1  # the newest wording
    return changed, _RANK.get(delivery.channel.kind, 2)


def _done(partner: Partner, found: Iterable[Delivery]) -> dict[tuple[str, int | None], dict[str, HandOff]]:
    """What was done with each of them, also if it was told by the link in a mail."""
    wanted = list(found)
    about = Q(delivery__version__in=[row.version_id for row in wanted if row.version_id]) | Q(
        delivery__event__in=[row.event_id for row in wanted if row.event_id]
    )
    told = HandOff.objects.filter(about, delivery__channel__partner=partner).select_related("delivery")
    done: dict[tuple[str, int | None], dict[str, HandOff]] = {}
    for handoff in told:
        done.setdefault(_subject(handoff.delivery), {})[handoff.how] = handoff
    return done


def _entry(partner: Partner, delivery: Delivery, done: dict[str, HandOff]) -> dict[str, Any]:
    parts = parts_of(delivery)
    found = {
        "link": parts.get("link", ""),
        "whatsapp": forwarding.whatsapp(parts.get("messenger", "")),
        "telegram": forwarding.telegram(parts.get("messenger", ""), parts.get("link", "")),
        "posters": _posters(delivery, partner),
    }
    return {
        **found,
        "ways": ways.ways(delivery, partner, found),
        "spoken": ways.read_aloud(delivery, partner),
        "delivery": delivery,
        "title": parts.get("title") or delivery.title,
        "until": _until(delivery),
        "begins": delivery.event.starts_at if delivery.event else None,
        "why": routing.fits(delivery.reasons),
        "parts": parts,
        "steps": [{"how": how, "word": word, "done": done.get(how)} for how, word in HandOff.How.choices],
        "done": bool(done),
    }


def _posters(delivery: Delivery, partner: Partner) -> list[dict[str, str]]:
    """The poster in German and in the partner's languages, with the partner's own code."""
    if delivery.version is None:
        return []
    token = tokens.page_token(partner)
    return [
        {
            "language": choice.language.tag,
            "name": choice.language.name,
            "state": choice.state,
            "page": reverse("partner:language", args=[token, delivery.pk, choice.language.code]),
            "address": reverse(
                "partner:form", args=[token, delivery.pk, choice.language.code, "Plakat-A4.pdf"]
            ),
            "held": choice.told.held,
        }
        for choice in packages.own_choices(delivery)
    ]


def parts_of(delivery: Delivery) -> dict[str, Any]:
    """The package as approved; made now where the way itself (a feed) had no need of one."""
    stored = delivery.rendition
    if stored.get("messenger") or delivery.version is None:
        return stored
    return package(delivery.version, delivery.channel)


def _until(delivery: Delivery) -> str:
    deadline = delivery.version.posting.deadline if delivery.version else None
    return amounts.day(deadline) if deadline else ""


def context(partner: Partner) -> dict[str, Any]:
    """All of the page but its forms."""
    items = open_items(partner)
    return {
        "partner": partner,
        "token": tokens.page_token(partner),
        "items": [item for item in items if not item["done"]],
        "done_items": [item for item in items if item["done"]],
        "ads": sum(1 for item in items if item["delivery"].version_id and not item["done"]),
        "stopped": partner.status == Partner.Status.STOPPED,
        "active": partner.status == Partner.Status.ACTIVE,
        "paused": bool(partner.paused_until and partner.paused_until >= timezone.localdate()),
    }
