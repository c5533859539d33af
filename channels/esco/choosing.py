"""A person's word on which occupation an ad is about, or that none fits."""

from __future__ import annotations

from django.utils import timezone

from channels.esco.files import GERMAN, rows
from channels.models import OccupationChoice
from outreach.people.models import User
from postings.models import Posting

NONE = "none"


def chosen(posting: Posting) -> OccupationChoice | None:
    """What a person said about the ad, if anybody did."""
    return OccupationChoice.objects.filter(posting=posting).select_related("by").first()


def choose(posting: Posting, uri: str, *, by: User) -> bool:
    """Keep the occupation; `NONE`: show no title; empty: leave it to the match. False if unknown."""
    if not uri:
        OccupationChoice.objects.filter(posting=posting).delete()
        return True
    if uri != NONE and uri not in {row.uri for row in rows(GERMAN)}:
        return False
    OccupationChoice.objects.update_or_create(
        posting=posting,
        defaults={"uri": "" if uri == NONE else uri, "by": by, "chosen_at": timezone.now()},
    )
    return True
