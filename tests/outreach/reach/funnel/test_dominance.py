"""Counts of persons: a sum that is nearly all one ad's says nothing of its own."""

from __future__ import annotations

import pytest

from channels.models import Channel, Link
from outreach.reach import released
from outreach.reach.funnel.models import Report, ReportedCount
from outreach.reach.releases import quarters
from postings.models import Posting, State
from tests.outreach.reach.funnel.test_tables import BEGAN, NOW, UNTIL

pytestmark = pytest.mark.django_db
#: Applications sent off, ad by ad: nearly all of the first channel's belong to one ad.
SENT = {"Stellenmarkt": (200, 3, 2), "Verein": (40, 38, 41)}


@pytest.fixture
def applications(editor):
    """Channel -> its key in the tables."""
    report = Report.objects.create(name="r", digest="", source="portal")
    ads = [
        Posting.objects.create(
            slug=f"ad-{number}", title=f"Stelle {number}", state=State.PUBLISHED, created_by=editor,
            published_at=BEGAN,
        )
        for number in range(3)
    ]  # fmt: skip
    found = {}
    for name, counts in SENT.items():
        channel = Channel.objects.create(key=name, name=name, kind="job_page")
        found[name] = str(channel.pk)
        for number, (ad, count) in enumerate(zip(ads, counts, strict=True)):
            code = f"{name[0].lower()}{number}"
            link = Link.objects.create(code=code, posting=ad, channel=channel, created_at=BEGAN)
            ReportedCount.objects.create(
                posting=ad, link=link, step="finished", total=count, first=BEGAN.date(), days=1, report=report
            )
    return found


def sent(channel: str) -> released.Figure:
    quarters.release_quarters(BEGAN.date(), UNTIL, NOW)
    table = released.latest("funnel-channel")
    assert table is not None
    return table.cells[channel, "finished"]


def test_nearly_all_of_it_is_one_ads(applications):
    closed = sent(applications["Stellenmarkt"])
    assert closed.reason == "dominated"
    assert closed.upper is None or closed.upper - closed.lower >= 2 * 5


def test_others_are_told(applications):
    told = sent(applications["Verein"])
    assert told.reason != "dominated" and told.value is not None
    assert told.lower <= sum(SENT["Verein"]) <= (told.upper or 10**9)


def test_without_the_rule_it_would_be_told(applications, monkeypatch):
    monkeypatch.setattr("outreach.reach.protection.settings.city", lambda: {"reach": {"dominance": 1.0}})
    told = sent(applications["Stellenmarkt"])
    assert told.reason != "dominated" and told.value is not None
