"""From an ad and the channels to an order with reasons. Preview and approval ask the same function."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from channels.models import Channel, Partner
from channels.routing import choice, telling
from channels.routing.facts import AdFacts, read
from channels.routing.matching import holds
from channels.routing.rules import rules
from channels.routing.telling import Reason
from postings.models import PostingVersion


@dataclass(frozen=True)
class Way:
    """How an ad goes to one channel."""

    channel: Channel
    reasons: list[Reason]
    packages: list[str]
    left_out: str = ""  # the partner's own choice, in words

    @property
    def fit(self) -> int:
        return telling.fit(self.reasons)


def ways(version: PostingVersion, channels: Iterable[Channel], today: datetime.date) -> list[Way]:
    """Every channel in the order in which the ad goes out; none is missing."""
    ad = facts_of(version)
    found = [_way(ad, channel, today) for channel in channels]
    return sorted(found, key=lambda way: (way.channel.partner_id is not None, -way.fit, way.channel.name))


def facts_of(version: PostingVersion) -> AdFacts:
    """What routing reads of a version."""
    return read(version.title, version.text, version.facts)


def reasons_for(ad: AdFacts, partner: Partner, today: datetime.date) -> list[Reason]:
    """Every rule that holds, the heaviest first."""
    held = [rule for rule in rules().rules if holds(rule, ad, partner, today)]
    return [telling.reason(rule, ad, partner) for rule in sorted(held, key=lambda rule: -rule.weight)]


def packages_for(reasons: list[Reason], partner: Partner) -> list[str]:
    """What stands first: what the reasons ask for, then what this kind of partner usually needs."""
    usual, asked = rules().packages.get(partner.kind, ()), telling.packages(reasons)
    both = [*usual, *asked] if partner.kind in rules().usual_first else [*asked, *usual]
    return list(dict.fromkeys(both))


def _way(ad: AdFacts, channel: Channel, today: datetime.date) -> Way:
    partner = channel.partner
    if partner is None:
        return Way(channel, [], [])
    reasons = reasons_for(ad, partner, today)
    return Way(channel, reasons, packages_for(reasons, partner), choice.left_out(ad, partner, today))
