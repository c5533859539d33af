"""A quarter of ads on channels, with what they were opened, ready to be released."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import pytest

from channels.models import Link
from outreach.reach.models import Counter
from postings.models import Posting

BERLIN = ZoneInfo("Europe/Berlin")
#: Six weeks after the third quarter of 2026, on a Tuesday.
NOW = datetime.datetime(2026, 11, 10, 6, 0, tzinfo=BERLIN)
BEGAN = datetime.datetime(2026, 8, 5, 9, 0, tzinfo=BERLIN)
TITLES = ("Erzieher*in", "Sachbearbeitung Wohngeld", "Gärtner*in", "Ärztin*Arzt im Gesundheitsamt")


@pytest.fixture
def ads(editor, make_channel):
    """ads(12): so many ads on two channels that began in the third quarter, opened 0 to 16 times each."""

    def make(number: int, began: datetime.datetime = BEGAN, factor: int = 1) -> list[Link]:
        start = Posting.objects.count()
        ways = [make_channel(f"w{start}a"), make_channel(f"w{start}b")]
        links = []
        for ad in range(start, start + number):
            title = f"{TITLES[ad % len(TITLES)]} {ad}"
            posting = Posting.objects.create(slug=f"ad-{ad}", title=title, created_by=editor)
            for way, channel in enumerate(ways):
                link = Link.objects.create(
                    code=f"c{ad:03}{way}", posting=posting, channel=channel, created_at=began
                )
                links.append(link)
                day = began.date() + datetime.timedelta(days=ad % 20)
                for medium, times in (("link", ad * 7 % 13), ("qr", (ad + way) % 5)):
                    count(link, times * factor, day, medium=medium)
                count(link, ad % 3, day, kind="preview")
        return links

    return make


def count(link: Link, times: int, day: datetime.date, kind: str = "person", medium: str = "link") -> None:
    """Opened so many times, if at all."""
    if times:
        Counter.objects.create(link=link, slot=day, kind=kind, medium=medium, total=times)


@pytest.fixture
def city(monkeypatch):
    """city(method="cell-key"): a profile with that section `[reach]`."""

    def make(**section) -> None:
        monkeypatch.setattr("outreach.reach.protection.settings.city", lambda: {"reach": section})

    return make
