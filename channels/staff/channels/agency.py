"""What people do for the Bundesagentur: choose an ad's occupation, send everything anew."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from channels import delivery
from channels.models import Channel, Delivery
from channels.renditions.hrba import occupations
from channels.renditions.hrba.missing import missing
from channels.renditions.hrba.occupations import Entry
from outreach.people.models import User
from postings.models import Posting, PostingVersion, State


@dataclass(frozen=True)
class Row:
    """An ad, the occupation it has there, others that might fit, and what else it lacks."""

    posting: Posting
    code: str
    name: str
    offered: list[Entry]
    lacking: list[str]


def rows(channel: Channel, words: str = "") -> list[Row]:
    """Ads that are open or wait for approval; those without an occupation first."""
    found = [_row(version, channel, words) for version in _versions()]
    return sorted(found, key=lambda row: bool(row.code))


def choose(channel: Channel, posting: Posting, code: str, *, by: User) -> bool:
    """Keep the occupation a person chose; what failed for want of it is sent now. False: none of its kind."""
    if code not in {entry.code for entry in occupations.fitting(_version(posting))}:
        return False
    with transaction.atomic():
        stored = Channel.objects.select_for_update().get(pk=channel.pk)
        chosen = {**(stored.options.get("occupations") or {}), str(posting.pk): code}
        stored.options = {**stored.options, "occupations": chosen}
        stored.save(update_fields=["options"])
    failed = Delivery.objects.filter(channel=channel, version__posting=posting, state=Delivery.State.FAILED)
    for row in failed:
        if not row.rendition.get("xml"):
            delivery.retry(row, by=by)
    return True


def _row(version: PostingVersion, channel: Channel, words: str) -> Row:
    own = occupations.occupation(version, channel)
    offered = occupations.suggestions(version)
    if words:
        offered = list(dict.fromkeys([*occupations.search(version, words), *offered]))
    if own:
        offered = [entry for entry in offered if entry.code != own.code]
    lacking = missing(version, channel)
    return Row(version.posting, own.code if own else "", own.name if own else "", offered, lacking)


def _versions() -> list[PostingVersion]:
    today = timezone.localdate()
    postings = Posting.objects.filter(state__in=[State.IN_REVIEW, State.PUBLISHED]).exclude(
        deadline__lt=today
    )
    found = postings.select_related("current__posting", "approved__posting")
    return [_version(posting) for posting in found.order_by("deadline", "pk")]


def _version(posting: Posting) -> PostingVersion:
    return posting.approved if posting.state == State.PUBLISHED else posting.current
