"""A published ad with a link per channel, a key, and a Monday on which last week is over."""

from __future__ import annotations

import datetime
import json

import pytest
import time_machine
from standardwebhooks import Webhook

from channels.models import Channel, Link
from outreach.reach.funnel import keys
from outreach.reach.funnel.cells import Row
from postings.models import Posting, State

NOW = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
WEEK = "2026-W47"  # 16 to 22 November
ADDRESS = "/api/v1/funnel/reports/"


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def ad(db, editor):
    published = NOW - datetime.timedelta(weeks=6)
    return Posting.objects.create(
        slug="wohngeld", title="Wohngeld", state=State.PUBLISHED, created_by=editor, published_at=published
    )


@pytest.fixture
def make_link(ad):
    def make(code: str, posting: Posting | None = None) -> Link:
        channel = Channel.objects.create(key=code, name=f"Kanal {code}", kind="job_page")
        return Link.objects.create(code=code, posting=posting or ad, channel=channel)

    return make


@pytest.fixture
def link(make_link):
    return make_link("k7m2pxwd")


@pytest.fixture
def key(person):
    """(key, secret)"""
    return keys.issue("Portal", person("administrator"))


def row(count: int = 5, step: str = "started", **changes: str) -> Row:
    told = {"posting": "", "code": "k7m2pxwd", "step": step, "period": WEEK, "count": count} | changes
    return Row(**told)


def signed(secret: str, name: str, body: str, at: datetime.datetime | None = None) -> dict[str, str]:
    """The headers of a report."""
    moment = at or datetime.datetime.now(datetime.UTC)
    return {
        "webhook-id": name,
        "webhook-timestamp": str(int(moment.timestamp())),
        "webhook-signature": Webhook(secret).sign(name, moment, body),
    }


@pytest.fixture
def tell(client, key):
    """tell("name", rows) -> the answer to a signed report."""

    def send(name: str, rows: list[Row], **headers: str):
        body = json.dumps({"rows": [told._asdict() for told in rows]})
        return client.post(
            ADDRESS, body, content_type="application/json", headers=signed(key[1], name, body) | headers
        )

    return send
