"""What the application portal of the demo year reported: week by week, by the same way in as real reports.

Applications follow the openings: some of those who open an ad begin one, most of these send it off, by the
same link or by another. After the deadline some are invited, and of these one or two are hired. Only numbers
leave this module.
"""

from __future__ import annotations

import datetime
import random
from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from channels.models import Link
from outreach.demo.year.files import read
from outreach.demo.year.openings import Opening, poisson
from outreach.people.models import Role, User
from outreach.reach.funnel import keys, taking_in
from outreach.reach.funnel.cells import Row
from outreach.reach.funnel.periods import WEEK, Period
from outreach.reach.funnel.steps import Step
from outreach.reach.models import Kind
from outreach.reach.releases.calendar import midnight
from postings.models import Posting

_DAY = datetime.timedelta(days=1)
#: The portal tells a week on the Monday after it, at night.
_TOLD_AT = datetime.timedelta(hours=3)


class Application(NamedTuple):
    """One invented application on its way. `code`: by which link, empty if by none."""

    posting: Posting
    code: str
    day: datetime.date


class Taken(NamedTuple):
    """A step somebody took, on that day."""

    step: str
    about: Application


def invent(
    links: list[Link], opened: Tally[Opening], entries: dict[int, dict[str, Any]], draw: random.Random
) -> list[Taken]:
    """All steps of all applications. `entries`: channel id -> its line in the file."""
    return list(_steps(_begun(links, opened, entries, draw), draw))


def report(taken: Iterable[Taken], today: datetime.date) -> int:
    """Tell every whole week before `today`; the number of reports."""
    told: dict[datetime.date, Tally[tuple[str, str, str]]] = defaultdict(Tally)
    for step, one in taken:
        told[one.day - one.day.weekday() * _DAY][one.posting.slug, one.code, step] += 1
    mondays = [monday for monday in sorted(told) if monday + WEEK * _DAY <= today]
    if not mondays:
        return 0
    sender = _portal(mondays[0], mondays[-1] + WEEK * _DAY)
    for monday in mondays:
        week = Period(monday, WEEK)
        rows = [Row(*where, str(week), number) for where, number in sorted(told[monday].items())]
        arrived = midnight(monday + WEEK * _DAY) + _TOLD_AT
        taking_in.take_in(f"demojahr-{week}", rows, sender, now=arrived)
    return len(mondays)


def _begun(
    links: list[Link], opened: Tally[Opening], entries: dict[int, dict[str, Any]], draw: random.Random
) -> Iterator[Application]:
    """Begun by a channel's link, and by none: people who type the portal's address."""
    by_key = {link.pk: link for link in links}
    postings = {link.posting_id: link.posting for link in links}
    for opening, number in opened.items():
        link = by_key[opening.link]
        if opening.kind == Kind.PERSON and opening.slot <= link.posting.deadline:
            for _ in range(poisson(number * entries[link.channel_id]["applies"], draw)):
                yield Application(link.posting, link.code, opening.slot)
    for posting in postings.values():
        first = posting.published_at.date()
        for _ in range(poisson(read("portal")["without_code"], draw)):
            yield Application(posting, "", first + draw.randrange((posting.deadline - first).days) * _DAY)


def _steps(begun: Iterable[Application], draw: random.Random) -> Iterator[Taken]:
    """Every step of every application, on the day it was taken."""
    rates = read("portal")
    sent: dict[Posting, list[Application]] = defaultdict(list)
    for one in begun:
        yield Taken(Step.STARTED, one)
        if draw.random() < rates["finishes"]:
            later = min(one.day + draw.randrange(5) * _DAY, one.posting.deadline)
            code = one.code if draw.random() < rates["same_link"] else ""
            sent[one.posting].append(Application(one.posting, code, later))
            yield Taken(Step.FINISHED, sent[one.posting][-1])
    for posting, applications in sent.items():
        talks = posting.deadline + rates["days_to_talks"] * _DAY
        chosen = posting.deadline + rates["days_to_choice"] * _DAY
        invited = [one for one in applications if draw.random() < rates["invited"]]
        yield from (Taken(Step.INVITED, one._replace(day=talks)) for one in invited)
        hired = invited[: draw.choice(rates["hired"])]
        yield from (Taken(Step.HIRED, one._replace(day=chosen)) for one in hired)


def _portal(first: datetime.date, last: datetime.date) -> taking_in.Sender:
    """The portal with its key, made by whoever runs the service; used until the day of the last report."""
    people = User.objects.order_by("pk")
    by = people.filter(roles__role=Role.ADMINISTRATOR).first() or people[0]
    key, _secret = keys.issue("Bewerbungsportal", by)
    key.created_at, key.used_on = midnight(first), last
    key.save(update_fields=["created_at", "used_on"])
    return taking_in.Sender(key=key)
