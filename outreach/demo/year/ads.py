"""The ads of the demo year: written, approved and mostly closed again, in bulk."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import count
from typing import Any

from django.db import transaction
from django.utils import timezone

from outreach.demo import dates
from outreach.demo.year.files import read
from outreach.people.models import User
from postings.models import Posting, PostingVersion, State, Transition
from postings.review import review
from postings.slugs import free_slug

#: From publication to the deadline.
OPEN_DAYS = 35
_DAY = datetime.timedelta(days=1)


@transaction.atomic
def write(
    number: int,
    first: datetime.date,
    last: datetime.date,
    draw: random.Random,
    *,
    today: datetime.date | None = None,
) -> list[Posting]:
    """So many ads, published on working days from `first` to `last`; closed if their deadline has passed
    (by `today`; without it, by the last day)."""
    author, approver = _people()
    plans = [_plan(index, number, first, last, draw) for index in range(number)]
    taken = set(Posting.objects.values_list("slug", flat=True))
    postings = [
        Posting(created_by=author, slug=_slug(title, taken), **_life(title, day, today or last))
        for title, day, _job in plans
    ]
    Posting.objects.bulk_create(postings)
    versions = [
        PostingVersion(
            posting=posting,
            number=1,
            title=posting.title,
            text=_text(job, posting),
            facts=_facts(posting.title, _text(job, posting), posting.deadline),
            author=author,
            created_at=posting.created_at,
        )
        for posting, (_title, _day, job) in zip(postings, plans, strict=True)
    ]
    PostingVersion.objects.bulk_create(versions)
    for posting, version in zip(postings, versions, strict=True):
        posting.current = posting.approved = version
    Posting.objects.bulk_update(postings, ["current", "approved"], batch_size=200)
    Transition.objects.bulk_create(step for posting in postings for step in _steps(posting, author, approver))
    return postings


def weight(posting: Posting) -> float:
    """How many people look at this kind of job, against the average."""
    return _weights().get(posting.title, 1.0)


def _people() -> tuple[User, User]:
    """Who wrote and who approved; people of the demo city if it is loaded."""
    known = list(User.objects.filter(roles__role__in=["editor", "approver"]).distinct().order_by("pk")[:2])
    while len(known) < 2:
        known.append(
            User.objects.create_user(f"demojahr-{len(known)}", f"demojahr-{len(known)}@stadt.example")
        )
    return known[0], known[1]


def _plan(
    index: int, number: int, first: datetime.date, last: datetime.date, draw: random.Random
) -> tuple[str, datetime.date, dict[str, Any]]:
    """Title, day of publication and kind of job of one ad; spread evenly, so that every quarter has some."""
    content = read("jobs")
    day = first + (last - first) * index / number + draw.randrange(3) * _DAY
    day -= max(0, day.weekday() - 4) * _DAY  # never on a weekend
    job = draw.choice(content["jobs"])
    return job["title"].format(unit=draw.choice(content["units"])), min(day, last), job


@cache
def _weights() -> dict[str, float]:
    content = read("jobs")
    return {
        job["title"].format(unit=unit): job["weight"] for job in content["jobs"] for unit in content["units"]
    }


def _slug(title: str, taken: set[str]) -> str:
    base = free_slug(title, Posting.objects.none(), "stelle")
    candidates = (base if n == 1 else f"{base}-{n}" for n in count(1))
    slug = next(slug for slug in candidates if slug not in taken)
    taken.add(slug)
    return slug


def _life(title: str, day: datetime.date, today: datetime.date) -> dict[str, Any]:
    deadline = day + OPEN_DAYS * _DAY
    published = datetime.datetime.combine(day, datetime.time(10), timezone.get_default_timezone())
    ended = datetime.datetime.combine(deadline + _DAY, datetime.time(1), timezone.get_default_timezone())
    closed = ended if deadline <= today else None
    return {
        "title": title,
        "state": State.CLOSED if closed else State.PUBLISHED,
        "deadline": deadline,
        "created_at": published - 3 * _DAY,
        "updated_at": closed or published,
        "published_at": published,
        "closed_at": closed,
    }


def _text(job: dict[str, Any], posting: Posting) -> str:
    tasks = "\n".join(f"- {line}" for line in job["tasks"])
    needs = "\n".join(f"- {line}" for line in job["needs"])
    return (
        f"{posting.title}\n\nWir suchen Verstärkung, in Vollzeit oder Teilzeit, unbefristet.\n\n"
        f"## Ihre Aufgaben\n{tasks}\n\n## Was Sie mitbringen\n{needs}\n\n"
        f"## Was Sie bekommen\n- Entgelt: {job['pay']}\n- 30 Tage Urlaub\n\n"
        f"## Bewerbung\nBitte bewerben Sie sich bis zum {dates.written(posting.deadline)}. "
        "Bei uns sind alle willkommen, unabhängig von Geschlecht, Herkunft, Alter, Religion, Behinderung "
        "oder sexueller Identität. (Erfunden für die Demostadt.)\n"
    )


def _facts(title: str, text: str, deadline: datetime.date) -> dict[str, Any]:
    """What the review reads out of the text; ads of one kind differ in place and date alone."""
    kind = text[len(title) :].replace(dates.written(deadline), "31. Dezember 2030")
    return _read_facts(kind) | {"deadline": deadline.isoformat()}


@lru_cache(maxsize=64)
def _read_facts(text: str) -> dict[str, Any]:
    return dict(review(f"Stelle{text}", date=datetime.date(2026, 1, 1)).facts)


def _steps(posting: Posting, author: User, approver: User) -> Iterator[Transition]:
    def step(before: str, after: str, at: datetime.datetime, by: User | None) -> Transition:
        return Transition(
            posting=posting, version=posting.current, from_state=before, to_state=after, at=at, by=by
        )

    yield step(State.DRAFT, State.IN_REVIEW, posting.published_at - _DAY, author)
    yield step(State.IN_REVIEW, State.PUBLISHED, posting.published_at, approver)
    if posting.closed_at:
        yield step(State.PUBLISHED, State.CLOSED, posting.closed_at, None)
