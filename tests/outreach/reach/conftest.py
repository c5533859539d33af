"""An ad on several channels, and a link to click on."""

from __future__ import annotations

import pytest

from channels.models import Channel, Link
from outreach.reach import counting
from outreach.reach.opening import pages
from postings.models import Posting


@pytest.fixture(autouse=True)
def empty_buffer():
    """No test inherits another one's counts or pages."""
    counting.buffer.counts.clear()
    counting.buffer.lost = counting.buffer.failures = counting.buffer.redated = 0
    pages.forget()


@pytest.fixture
def posting(db, editor):
    return Posting.objects.create(slug="wohngeld", title="Sachbearbeitung Wohngeld", created_by=editor)


@pytest.fixture
def make_channel(db):
    def make(key: str) -> Channel:
        return Channel.objects.create(key=key, name=f"Kanal {key}", kind="job_page")

    return make


@pytest.fixture
def old_link(link):
    """A link that was made long ago."""
    link.created_at = "2020-01-01T00:00:00Z"
    link.save()
    return link


@pytest.fixture
def link(posting, make_channel):
    return Link.objects.create(code="k7m2pxwd", posting=posting, channel=make_channel("verein"))
