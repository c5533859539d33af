"""Where an ad will go when it is approved now: the same order, reasons and moments as at the approval."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from channels import timing
from channels.adapters import registry
from channels.editions import policy
from channels.models import Channel, Partner
from channels.routing import choice, telling
from channels.routing.deciding import Way, facts_of, ways
from postings.families import OTHER, name_of
from postings.models import PostingVersion


@dataclass(frozen=True)
class Line:
    """One channel: why, with what in front, and when."""

    channel: Channel
    because: str
    packages: list[str]
    when: str
    later: bool
    #: What happens with each language the receiver speaks, a sentence each.
    languages: list[str]


@dataclass(frozen=True)
class LeftOut:
    """A partner who does not get the ad by its own choice."""

    partner: Partner
    why: str


@dataclass(frozen=True)
class Preview:
    """Everybody: who gets the ad, in order, who chose not to, and who cannot be reached yet."""

    lines: list[Line]
    left_out: list[LeftOut]
    not_yet: list[LeftOut]
    families: list[str]

    @property
    def later(self) -> int:
        return sum(line.later for line in self.lines)


def preview(version: PostingVersion, now: datetime.datetime | None = None) -> Preview:
    """Asks what the approval will ask; stores nothing."""
    now = now or timezone.now()
    channels = list(Channel.objects.receiving().chosen().select_related("partner"))
    planner = timing.Planner.of(channels, now)
    lines, left_out = [], {}
    for way in ways(version, channels, timezone.localdate(now)):
        if way.left_out:
            left_out[way.channel.partner_id] = LeftOut(way.channel.partner, way.left_out)
            continue
        slot = planner.slot(way.channel, version.posting.deadline)
        if slot.at is None:
            left_out[way.channel.partner_id] = LeftOut(way.channel.partner, timing.held_back(slot))
        else:
            lines.append(_line(version, way, slot))
    served = {channel.partner_id for channel in channels}
    absent, not_yet = _others(version, served, timezone.localdate(now))
    families = [name_of(key) for key in facts_of(version).families if key != OTHER]
    return Preview(lines, [*left_out.values(), *absent], not_yet, families)


def _line(version: PostingVersion, way: Way, slot: timing.Slot) -> Line:
    served = not registry.sends(way.channel.kind)
    return Line(
        channel=way.channel,
        because=telling.because(way.reasons),
        packages=[str(telling.PACKAGE_NAMES[package]) for package in way.packages[:2]],
        when=timing.when(slot),
        later=slot.bundle is not None and not served,
        languages=policy.effects(version, way.channel) if registry.speaks(way.channel.kind) else [],
    )


def _others(
    version: PostingVersion, served: set[int | None], today: datetime.date
) -> tuple[list[LeftOut], list[LeftOut]]:
    """Partners on no receiving channel: those who chose so, and those who are only not there yet."""
    ad, chose, not_yet = facts_of(version), [], []
    for partner in Partner.objects.exclude(pk__in=[pk for pk in served if pk]):
        why = choice.left_out(ad, partner, today)
        if why and partner.status != Partner.Status.INVITED:
            chose.append(LeftOut(partner, why))
        else:
            not_yet.append(LeftOut(partner, why or _("hat noch keinen Kanal")))
    return chose, not_yet
