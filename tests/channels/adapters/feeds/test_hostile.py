"""Whatever people write: every format stays well-formed and says nothing that is not text."""

from __future__ import annotations

import io
import json
import re

import feedparser
import icalendar
import pytest
from defusedxml import ElementTree
from django.utils import timezone
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html

from channels.feeds import contents, formats
from channels.models import Channel
from channels.renditions.events.entry import event_entry
from channels.renditions.feed_entry import feed_entry
from postings.models import Event, PostingVersion

pytestmark = pytest.mark.django_db
#: What breaks formats: control characters, ends of sections, lines, directions, surrogates, markup.
NASTY = [
    "]]>",
    "\x00",
    "\x0b",
    "\ufffe",
    "\u202e",
    "\u2066",
    "\r\n",
    "<script>",
    "&#0;",
    "\ud800",
    "--",
    "\\",
    "\x85",
]
TEXTS = st.lists(st.one_of(st.text(), st.sampled_from(NASTY)), max_size=8).map("".join)
FILES = ["atom.xml", "rss.xml", "feed.json", "events.ics", "jobs.xml"]
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def write(publish, announce):
    """write(file, title, text) -> the feed with an ad and an event that say this."""
    posting, event = publish(), announce()
    now = timezone.now()

    def make(channel: Channel, file: str, title: str, text: str) -> bytes:
        version = PostingVersion(
            posting=posting, title=title, text=text, facts={"place": title, "reference": text}
        )
        told = Event(
            pk=event.pk,
            title=title,
            description=text,
            place=title,
            accessibility=text,
            starts_at=event.starts_at,
            ends_at=event.ends_at,
            updated_at=now,
            slug=event.slug,
        )
        items = [
            contents.Item("ad:1", "tag:x:1", "a", 1, feed_entry(version, channel), now, now),
            contents.Item("event:1", "tag:x:2", "b", 1, event_entry(told, channel), now, now),
        ]
        adapter = formats.adapter(channel, file)
        shown = [item for item in items if ("events" if item.is_event else "ads") in adapter.CARRIES]
        return adapter.write(contents.Content(channel, file, shown, [], now, []))

    return make


def check(file: str, body: bytes) -> None:
    text = body.decode("utf-8")
    assert not BIDI.search(text)
    if file.endswith(".xml"):
        ElementTree.fromstring(body)
    if file in ("atom.xml", "rss.xml"):
        assert not feedparser.parse(io.BytesIO(body)).bozo
    if file == "feed.json":
        for item in json.loads(body)["items"]:
            assert html.fromstring(item["content_html"]).xpath("//script") == []
    if file == "events.ics":
        calendar = icalendar.Calendar.from_ical(body)
        assert len(calendar.walk("VEVENT")) == 1
        assert not calendar.walk("VEVENT")[0].errors


@pytest.mark.parametrize(("kind", "file"), [*(("atom", file) for file in FILES), ("indeed", "jobs.xml")])
def test_any_title_and_text_give_a_well_formed_feed(write, kind, file):
    channel = Channel.objects.create(key=f"f-{kind}", name="Kanal ]]> <b>", kind=kind)

    @settings(max_examples=40)
    @given(title=TEXTS, text=TEXTS)
    @example(title="".join(NASTY), text="\n".join(NASTY))
    @example(title="A" * 5000, text="- **B** <i>\n" * 20_000)
    def every(title: str, text: str) -> None:
        check(file, write(channel, file, title, text))

    every()
