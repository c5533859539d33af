"""The true counts of the funnel, in the form tables are made of. Only releases read them."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable, Mapping

from django.db.models import Count, QuerySet, Sum

from channels.models import Delivery, HandOff, Link
from outreach.reach.funnel import steps, taking_in
from outreach.reach.funnel.steps import NO_CODE, Step
from outreach.reach.releases import labels
from outreach.reach.releases.calendar import Period, midnight
from outreach.reach.releases.registry import Atom, Source
from postings.models import Posting

DIMENSIONS = ("posting", "channel", "step")
#: Hiring takes months: an ad's applications are counted a quarter later than its openings.
EXTRA_WEEKS = 11
_OF_OURS = ("deliveries", "handoffs")


def count(period: Period) -> dict[Atom, int]:
    """Every ad published in the quarter, by channel and step, until the day the quarter is counted to.

    Nothing as long as nobody reports: what was sent and handed on alone is no funnel.
    """
    ads = Posting.objects.filter(
        published_at__gte=midnight(period.first), published_at__lt=midnight(period.until)
    )
    reported = _reported(ads, period)
    if not reported:
        return {}
    counted = reported + _sent(ads, period) + _handed_on(ads, period)
    places = _places(ads) | {atom[:2] for atom in counted}
    return {
        (posting, channel, step): counted[posting, channel, step]
        for posting, channel in sorted(places)
        for step in (*_OF_OURS, *Step.values)
        if not (channel == NO_CODE and step in _OF_OURS)
    }


def _places(ads: QuerySet[Posting]) -> set[tuple[str, str]]:
    """Where something could have been counted: each ad's channels, and without a code."""
    links = Link.objects.filter(posting__in=ads).order_by().values_list("posting", "channel").distinct()
    nowhere = {(str(pk), NO_CODE) for pk in ads.order_by().values_list("pk", flat=True)}
    return nowhere | {(str(posting), str(channel)) for posting, channel in links}


def _reported(ads: QuerySet[Posting], period: Period) -> Tally[Atom]:
    rows = taking_in.totals(None, period.counted_until).filter(posting__in=ads).order_by()
    sums = rows.values_list("posting", "link__channel", "step").annotate(sum=Sum("total"))
    return _tally((posting, channel, step, total) for posting, channel, step, total in sums)


def _sent(ads: QuerySet[Posting], period: Period) -> Tally[Atom]:
    """Messages that published an ad on a channel and arrived there, or are served there."""
    rows = Delivery.objects.filter(
        version__posting__in=ads,
        action=Delivery.Action.PUBLISH,
        state=Delivery.State.SENT,
        sent_at__lt=midnight(period.counted_until),
    ).order_by()
    sums = rows.values_list("version__posting", "channel").annotate(sum=Count("pk"))
    return _tally((posting, channel, "deliveries", total) for posting, channel, total in sums)


def _handed_on(ads: QuerySet[Posting], period: Period) -> Tally[Atom]:
    """What partners said they did with an ad: forwarded it, put it up, announced it."""
    rows = HandOff.objects.filter(
        delivery__version__posting__in=ads, at__lt=midnight(period.counted_until)
    ).order_by()
    sums = rows.values_list("delivery__version__posting", "delivery__channel").annotate(sum=Count("pk"))
    return _tally((posting, channel, "handoffs", total) for posting, channel, total in sums)


def _tally(rows: Iterable[tuple[int, int | None, str, int]]) -> Tally[Atom]:
    found: Tally[Atom] = Tally()
    for posting, channel, step, total in rows:
        found[str(posting), NO_CODE if channel is None else str(channel), step] += total
    return found


def label(keys: Mapping[str, Iterable[str]]) -> dict[str, dict[str, str]]:
    """Names of ads, channels and steps, as they are when a table is released."""
    found = labels.label({name: [key for key in listed if key != NO_CODE] for name, listed in keys.items()})
    if NO_CODE in keys.get("channel", ()):
        found["channel"][NO_CODE] = str(steps.NO_CODE_NAME)
    if "step" in keys:
        found["step"] = {step: steps.label(step) for step in keys["step"]}
    return found


SOURCE = Source("funnel", DIMENSIONS, count, extra_weeks=EXTRA_WEEKS)
