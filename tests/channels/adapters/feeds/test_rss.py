"""RSS 2.0 as feed programs and Empfehlungsbund read it."""

import email.utils

import feedparser
import pytest
from defusedxml import ElementTree

from channels.models import Channel, Link

pytestmark = pytest.mark.django_db
DC = "{http://purl.org/dc/elements/1.1/}"
EB = "{http://www.empfehlungsbund.de/schema.dtd}"
ATOM = "{http://www.w3.org/2005/Atom}"


def test_feedparser_reads_everything(fetch, publish, feed_channel):
    publish()
    feed = feedparser.parse(fetch("rss.xml"))
    assert not feed.bozo
    assert feed.version == "rss20"
    assert feed.feed.title == "Stellen in Neustadt: Alle Stellen"
    (entry,) = feed.entries
    assert entry.title == "Sachbearbeitung Wohngeld"
    assert entry.link.endswith(Link.objects.get(channel=feed_channel).code)
    assert "<h2>Ihre Aufgaben</h2>" in entry.summary


def test_the_rules_of_rss(fetch, publish):
    publish()
    publish(title="Zweite Stelle")
    root = ElementTree.fromstring(fetch("rss.xml"))
    channel = root.find("channel")
    assert root.get("version") == "2.0"
    for name in ("title", "link", "description", "language", "lastBuildDate"):
        assert channel.findtext(name).strip(), name
    links = [link.get("href") for link in channel.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert links == ["https://jobs.neustadt.example/feeds/alle-stellen/rss.xml"]
    items = channel.findall("item")
    assert len({item.findtext("guid") for item in items}) == len(items) == 2


def test_what_empfehlungsbund_asks_for(fetch, publish):
    """Title, link and pubDate not empty; the date as RFC 822; the link leads to a page, not to a PDF.

    And the five fields of its extension, in the namespace its own plug-in uses.
    """
    posting = publish()
    for item in ElementTree.fromstring(fetch("rss.xml")).iter("item"):
        assert item.findtext("title").strip()
        assert item.findtext("link").startswith("https://")
        assert not item.findtext("link").endswith(".pdf")
        assert email.utils.parsedate_to_datetime(item.findtext("pubDate")).tzinfo
        assert {name: item.findtext(EB + name) for name in ("nummer", "kontakt", "link", "tags", "ort")} == {
            "nummer": f"stelle-{posting.pk}",
            "kontakt": "Aylin Demir a.demir@stadt.example",
            "link": item.findtext("link"),
            "tags": ", ".join(category.text for category in item.findall("category")[1:]),
            "ort": "Neustadt",
        }


def test_guids_are_permanent_and_no_addresses(fetch, publish):
    publish()
    first = ElementTree.fromstring(fetch("rss.xml")).find("channel/item/guid")
    assert first.get("isPermaLink") == "false"
    assert first.text == feedparser.parse(fetch("atom.xml")).entries[0].id


def test_every_item_has_its_language(fetch, publish, announce):
    publish()
    announce()
    Channel.objects.update(options={"events": True})
    items = list(ElementTree.fromstring(fetch("rss.xml")).iter("item"))
    assert [item.findtext(f"{DC}language") for item in items] == ["de", "de"]
    assert [item.findtext("category") for item in items] == ["Stelle", "Veranstaltung"]
