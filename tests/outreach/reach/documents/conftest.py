"""A quarter as it was released: jobs and channels with round figures, some of them hidden."""

from __future__ import annotations

import datetime

import pytest

from channels.models import Channel
from outreach.reach.rollups.models import Filing
from postings.models import Posting
from tests.outreach.reach.documents.publishing import publish, shown

NOW = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)
TITLES = ("Gärtner*in", "Pflegefachkraft", "Ingenieur*in Tiefbau")
FAMILIES = ("technical", "care", "technical")


@pytest.fixture
def jobs(db, editor) -> list[str]:
    made = []
    for number, (title, family) in enumerate(zip(TITLES, FAMILIES, strict=True)):
        posting = Posting.objects.create(slug=f"job-{number}", title=title, created_by=editor)
        Filing.objects.create(posting=posting, family=family)
        made.append(str(posting.pk))
    return made


@pytest.fixture
def channels(db) -> list[str]:
    names = ("Karriereseite", "Elternverein", "Radio")
    return [str(Channel.objects.create(key=name, name=name, kind="job_page").pk) for name in names]


@pytest.fixture
def released(jobs, channels):
    """Every table the documents read, of the third quarter of 2026."""
    one, two, three = jobs
    publish(
        "funnel-posting",
        ("posting", "step"),
        {
            (one, "finished"): shown(40), (one, "invited"): shown(10), (one, "hired"): None,
            (two, "finished"): shown(25), (two, "invited"): None, (two, "hired"): None,
            (three, "finished"): None, (three, "invited"): None, (three, "hired"): None,
            ("*", "finished"): (65, 65, 84), ("*", "invited"): (10, 10, 24), ("*", "hired"): None,
        },
        measure="finished",
    )  # fmt: skip
    page, parents, radio = channels
    for name, dimension, keys in (
        ("channel-medium", "medium", ("link", "qr")),
        ("language-channel", "language", ("de", "tr")),
        ("district-channel", "district", ("Linden-Nord", "List")),
        ("family-channel", "family", ("technical", "care")),
        ("channel-month", "month", ("2026-07", "2026-08")),
        ("kind-quarter", "kind", ("person", "uncertain")),
    ):
        first, second = keys
        publish(name, (dimension, "channel"), {
            (first, page): shown(2000), (second, page): None, (first, parents): shown(30),
            (second, parents): shown(15), (first, radio): None, (second, radio): None,
        })  # fmt: skip
    steps = ("started", "finished", "invited", "hired")
    publish(
        "funnel-channel", ("channel", "step"), {(page, step): shown(20) for step in steps}, measure="finished"
    )
