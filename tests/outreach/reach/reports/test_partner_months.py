"""A partner's own trend: released months of its own channels, together, as bars and as a table."""

import pytest
from django.template import Context, Template

from channels.models import Channel, Partner

pytestmark = pytest.mark.django_db
SHOWN = Template("{% load partner_reach %}{% own_reach partner %}")


@pytest.fixture
def partner():
    return Partner.objects.create(name="Verein", kind="association", email="v@x.example", status="active")


@pytest.fixture
def channels(partner):
    own = [("mail", partner), ("feed", partner), ("radio", None)]
    return [str(Channel.objects.create(key=key, name=key, kind="email", partner=of).pk) for key, of in own]


def shown(partner: Partner) -> str:
    return " ".join(SHOWN.render(Context({"partner": partner})).split())


@pytest.fixture
def figures(publish, channels, posting):
    mail, feed, radio = channels
    publish("posting-channel", ("posting", "channel"), {(str(posting.pk), mail): 12})
    months = {("2026-04", mail): 12, ("2026-04", feed): 7, ("2026-05", mail): 31, ("2026-05", radio): 990}
    publish("channel-month", ("month", "channel"), months)


def test_own_channels_together(figures, partner):
    text = shown(partner)
    assert '<th scope="row">April 2026</th>' in text and ">15 bis 23</td>" in text
    assert '<th scope="row">Mai 2026</th>' in text and ">30 bis 34</td>" in text
    assert 'rect width="100.00"' in text and 'rect width="44.12"' in text  # 34 and 15 of 34
    assert "990" not in text and "style=" not in text


def test_one_month_is_no_trend(publish, channels, posting, partner):
    publish("posting-channel", ("posting", "channel"), {(str(posting.pk), channels[0]): 12})
    publish("channel-month", ("month", "channel"), {("2026-04", channels[0]): 12})
    assert "April 2026" not in shown(partner) and "mindestens 10-mal" in shown(partner)


def test_small_months_stay_hidden(publish, channels, posting, partner):
    publish("posting-channel", ("posting", "channel"), {(str(posting.pk), channels[0]): 12})
    publish("channel-month", ("month", "channel"), {("2026-04", channels[0]): 3, ("2026-05", channels[0]): 4})
    assert shown(partner).count(">unter 5</td>") == 2
