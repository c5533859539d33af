"""Which job family an ad is counted under: the most telling one of what was approved, decided once."""

from __future__ import annotations

from outreach.reach.rollups.models import Filing
from postings.families import OTHER, families_of
from postings.models import Posting

#: Stands in the place of a family for links that lead to an event.
EVENT = "event"
_AT_ONCE = 200


def file_postings() -> int:
    """File every ad that has a link and no place yet; returns how many. Cheap if there is none."""
    without = Posting.objects.filter(links__isnull=False, filing=None).distinct()
    filed = 0
    while ads := list(without.select_related("approved").order_by("pk")[:_AT_ONCE]):
        Filing.objects.bulk_create(
            [Filing(posting=ad, family=_family(ad)) for ad in ads], ignore_conflicts=True
        )
        filed += len(ads)
    return filed


def _family(ad: Posting) -> str:
    if ad.approved is None:
        return next(iter(families_of(ad.title, {}, "")), OTHER)
    return next(iter(families_of(ad.approved.title, ad.approved.facts, ad.approved.text)), OTHER)
