"""A small world for the channels: an approved ad, channels of each kind, a second city's profile."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from django.utils import timezone

from channels import publishing
from channels.adapters import registry
from channels.models import Channel, Delivery, Partner
from postings import workflow
from postings.models import Posting

FACTS = {
    "title": "Sachbearbeitung Wohngeld",
    "pay_group": "E 9b",
    "pay_min": 3303.85,
    "pay_max": 4409.39,
    "pay_period": "month",
    "hours": 39.0,
    "part_time": True,
    "language_level": "B2",
    "place": "Neustadt",
    "limited": False,
    "contact": {"name": "Aylin Demir", "phone": "0511 168-1234", "email": "a.demir@stadt.example"},
    "reference": "50-2027-03",
}
TEXT = """Die Stadt sucht Verstärkung.

## Ihre Aufgaben
- Sie beraten Menschen zum **Wohngeld**.
- Sie prüfen Anträge.

## Wir bieten
Ein Team mit 12 Sprachen.

## Ihre Bewerbung
Mehr steht auf https://karriere.stadt.example/hilfe."""

#: Changes that make another city of Hannover's profile.
CITY = {
    "name": "Neustadt",
    "official_name": "Stadt Neustadt",
    "street": "Markt 1",
    "postal_code": "12345",
    "town": "Neustadt",
    "region": "Sachsen",
    "email": "stellen@neustadt.example",
    "website": "https://www.neustadt.example/",
    "apply_url": "https://portal.neustadt.example/bewerben?lang=de",
    "apply_code_parameter": "kanal",
}


@pytest.fixture(autouse=True)
def city(settings, tmp_path: Path) -> Path:
    """A city that is not Hannover, so that no test passes by a name that stands in code."""
    text = (settings.BASE_DIR / "outreach/profiles/hannover.toml").read_text(encoding="utf-8")
    for key, value in CITY.items():
        text = re.sub(rf'^{key} = ".*?"', f'{key} = "{value}"', text, count=1, flags=re.MULTILINE)
    path = tmp_path / "neustadt.toml"
    path.write_text(text, encoding="utf-8")
    settings.CITY_PROFILE = str(path)
    settings.PUBLIC_URL = "https://jobs.neustadt.example"
    return path


@pytest.fixture(autouse=True)
def woken(monkeypatch) -> list:
    """Wake-ups that would have gone to the broker."""
    from outreach.background import wakeup

    calls: list = []
    monkeypatch.setattr(wakeup, "wake", lambda task: calls.append(task) or True)
    return calls


@pytest.fixture
def days():
    """days(14) -> the date in 14 days."""
    return lambda count: timezone.localdate() + datetime.timedelta(days=count)


@pytest.fixture
def make_posting(editor, days):
    """An ad waiting for approval, with facts of the test's choice."""

    def make(title: str = "Sachbearbeitung Wohngeld", text: str = TEXT, deadline=None, **facts) -> Posting:
        posting = workflow.create(by=editor, title=title, text=text)
        last = deadline or days(30)
        version = posting.current
        version.facts = {**FACTS, "deadline": last.isoformat(), **facts}
        version.save()
        posting.deadline = last
        posting.save()
        workflow.submit(posting, by=editor)
        return posting

    return make


@pytest.fixture
def publish(make_posting, approver):
    """publish(title=…) -> a published ad."""

    def make(**options) -> Posting:
        posting = make_posting(**options)
        publishing.approve(posting, by=approver)
        return posting

    return make


@pytest.fixture
def approved_before_the_check(monkeypatch) -> None:
    """Ads with characters no poster prints exist from before that was checked: they still must not harm."""
    monkeypatch.setattr("channels.editions.printable.problems", lambda version: [])


@pytest.fixture
def partner(db) -> Partner:
    return Partner.objects.create(
        name="Verein Brücke",
        kind=Partner.Kind.ASSOCIATION,
        status=Partner.Status.ACTIVE,
        email="jobs@bruecke.example",
    )


@pytest.fixture
def second_partner(db) -> Partner:
    return Partner.objects.create(
        name="Sprachschule",
        kind=Partner.Kind.LANGUAGE_SCHOOL,
        status=Partner.Status.ACTIVE,
        email="buero@schule.example",
    )


@pytest.fixture
def mail_channel(partner) -> Channel:
    return Channel.objects.create(key="mail-bruecke", name="Mail an Brücke", kind="email", partner=partner)


@pytest.fixture
def second_mail_channel(second_partner) -> Channel:
    return Channel.objects.create(
        key="mail-schule", name="Mail an Schule", kind="email", partner=second_partner
    )


@pytest.fixture
def feed_channel(db) -> Channel:
    return Channel.objects.create(key="alle-stellen", name="Alle Stellen", kind="atom", public=True)


@pytest.fixture
def page_channel(db) -> Channel:
    return Channel.objects.create(key="seite", name="Stellenseite", kind="job_page", public=True)


@pytest.fixture
def mail_delivery(mail_channel, publish) -> Delivery:
    """A mail that waits to be sent."""
    publish()
    return Delivery.objects.get(channel=mail_channel)


class Wall:
    """A medium for posts that can be changed later: it is told of every end."""

    NAME = "Wand"

    @staticmethod
    def render(version, channel):
        return {"text": version.title}

    @staticmethod
    def render_close(version, channel):
        return {"text": "beendet"}

    @staticmethod
    def send(delivery):
        return None


@pytest.fixture
def wall(monkeypatch) -> Channel:
    known = {**registry.all(), "wall": Wall}
    monkeypatch.setattr(registry, "all", lambda: known)
    return Channel.objects.create(key="wand", name="Wand im Netz", kind="wall")
