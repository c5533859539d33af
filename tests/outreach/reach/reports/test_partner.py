"""A partner's own figures: from releases alone, protected, and nobody else's."""

import datetime

import pytest
from django.template import Context, Template
from django.utils import timezone

from channels.models import Channel, Link, Partner
from outreach.reach import releases
from outreach.reach.models import Counter, Kind, Medium
from postings.models import Posting

pytestmark = pytest.mark.django_db
SHOWN = Template("{% load partner_reach %}{% own_reach partner %}")
LONG_AGO = timezone.now() - datetime.timedelta(days=40)


@pytest.fixture
def partner():
    return Partner.objects.create(name="Verein", kind="association", email="v@x.example", status="active")


@pytest.fixture
def opened(editor):
    """opened(partner, "Titel", 7): a link of the partner's that was opened so often."""

    def make(partner: Partner, title: str, times: int) -> None:
        channel, _made = Channel.objects.get_or_create(
            partner=partner, defaults={"key": f"k{partner.pk}", "name": partner.name, "kind": "email"}
        )
        posting = Posting.objects.create(title=title, created_by=editor, slug=f"s{Posting.objects.count()}")
        link = Link.objects.create(
            code=f"c{Link.objects.count():07}", posting=posting, channel=channel, created_at=LONG_AGO
        )
        Counter.objects.create(
            link=link, slot=LONG_AGO.date(), kind=Kind.PERSON, medium=Medium.LINK, total=times
        )

    return make


def shown(partner: Partner) -> str:
    return " ".join(SHOWN.render(Context({"partner": partner})).split())


def test_small_numbers_stay_hidden_from_the_partner_too(partner, opened):
    opened(partner, "Koch*Köchin", 12)
    opened(partner, "Ärztin*Arzt", 4)
    assert shown(partner) == ""  # nothing is told before a release
    releases.release_due()
    text = shown(partner)
    assert "mindestens 10-mal geöffnet" in text
    assert "<span>Koch*Köchin</span><strong>mindestens 10</strong>" in text
    assert "<span>Ärztin*Arzt</span><strong>unter 5</strong>" in text
    assert "16" not in text


def test_counts_after_the_release_stay_inside(partner, opened):
    opened(partner, "Koch*Köchin", 12)
    releases.release_due()
    Counter.objects.update(total=500)
    assert "500" not in shown(partner)


def test_nobody_sees_anybody_elses(partner, opened):
    other = Partner.objects.create(name="Andere", kind="media", email="a@x.example", status="active")
    opened(other, "Geheim", 77)
    releases.release_due()
    assert shown(partner) == ""
    assert "75" in shown(other)


def test_only_small_numbers_make_no_sum(partner, opened):
    opened(partner, "Ärztin*Arzt", 3)
    releases.release_due()
    assert "So kleine Zahlen zeigen wir nicht genau." in shown(partner)
