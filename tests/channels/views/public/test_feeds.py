"""Feeds as readers see them."""

import datetime
import gzip

import feedparser
import pytest
from defusedxml import ElementTree
from django.urls import reverse
from django.utils import timezone

from channels import links, publishing
from channels.models import Channel, Delivery, Link
from channels.staff.channels.setup import save_channel
from postings.models import Posting

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
DELETED = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"


def get(client, channel, **headers):
    return client.get(reverse("feeds:atom", args=[channel.key]), headers=headers)


def test_feedparser_reads_everything(client, publish, feed_channel):
    posting = publish()
    response = get(client, feed_channel)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = feedparser.parse(response.content)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.title == "Stellen in Neustadt: Alle Stellen"
    assert feed.feed.author == "Stadt Neustadt (stellen@neustadt.example)"
    assert feed.feed.language == "de"
    (entry,) = feed.entries
    assert entry.title == "Sachbearbeitung Wohngeld"
    assert entry.link == f"https://jobs.neustadt.example/l/{Link.objects.get(channel=feed_channel).code}"
    assert entry.id.startswith("tag:www.neustadt.example,")
    assert "Bezahlung: 3.303,85 €" in entry.summary
    assert "<h2>Ihre Aufgaben</h2>" in entry.content[0].value
    assert entry.published_parsed
    assert entry.updated_parsed
    assert posting.slug


def test_the_rules_of_atom(client, publish, feed_channel):
    publish()
    root = ElementTree.fromstring(get(client, feed_channel).content)
    for parent in (root, root.find(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(parent.findall(ATOM + name)) == 1, name
    assert root.find(f"{ATOM}author/{ATOM}name").text == "Stadt Neustadt"
    self_link = [link for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert [link.get("href") for link in self_link] == [
        "https://jobs.neustadt.example/feeds/alle-stellen/atom.xml"
    ]
    assert root.find(f"{ATOM}entry").get("{http://www.w3.org/XML/1998/namespace}lang") == "de"


def test_ids_are_permanent(client, publish, feed_channel, settings):
    publish()
    before = feedparser.parse(get(client, feed_channel).content)
    settings.PUBLIC_URL = "https://umgezogen.example"
    Channel.objects.update(name="Anders", key="anders")
    Posting.objects.update(title="Anders")
    after = feedparser.parse(client.get(reverse("feeds:atom", args=["anders"])).content)
    assert (after.feed.id, after.entries[0].id) == (before.feed.id, before.entries[0].id)


@pytest.mark.parametrize("ending", ["closed", "deadline"])
def test_an_ended_ad_leaves(client, publish, editor, feed_channel, ending):
    posting = publish()
    entry = feedparser.parse(get(client, feed_channel).content).entries[0]
    if ending == "closed":
        publishing.close(posting, by=editor)
    else:
        Posting.objects.update(deadline=timezone.localdate() - datetime.timedelta(1))
    response = get(client, feed_channel)
    assert feedparser.parse(response.content).entries == []
    stones = ElementTree.fromstring(response.content).findall(DELETED)
    assert [stone.get("ref") for stone in stones] == ([entry.id] if ending == "closed" else [])


def test_tombstones_are_for_some_weeks_and_for_what_was_there(client, publish, editor, feed_channel):
    posting = publish()
    publishing.close(posting, by=editor)
    other = Channel.objects.create(key="andere", name="Andere", kind="atom")
    assert ElementTree.fromstring(get(client, other).content).findall(DELETED) == []
    Posting.objects.update(closed_at=timezone.now() - datetime.timedelta(weeks=7))
    assert ElementTree.fromstring(get(client, feed_channel).content).findall(DELETED) == []


def test_unchanged_feeds_are_answered_in_short(client, publish, feed_channel, editor):
    first_posting, _second = publish(), publish(title="Gärtnerei")
    first = get(client, feed_channel)
    assert get(client, feed_channel, if_none_match=first["ETag"]).status_code == 304
    assert get(client, feed_channel, if_modified_since=first["Last-Modified"]).status_code == 304
    publishing.close(first_posting, by=editor)
    changed = get(client, feed_channel, if_none_match=first["ETag"])
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]


def test_the_etag_names_the_bytes_and_nobody_who_reads_them(client, publish, feed_channel):
    publish()
    assert get(client, feed_channel)["ETag"] == get(type(client)(), feed_channel)["ETag"]


@pytest.mark.usefixtures("approved_before_the_check")
def test_hostile_text_keeps_the_xml_whole(client, publish, feed_channel):
    publish(
        title="]]> <entry> & \x00\x0b\ufffe\u202e👩‍🍳", text="]]></content><script>x</script>\x01\n- \ud83d a"
    )
    (entry,) = feedparser.parse(get(client, feed_channel).content).entries
    root = ElementTree.fromstring(get(client, feed_channel).content)
    assert root.find(f"{ATOM}entry/{ATOM}title").text == "]]> <entry> & 👩‍🍳"
    assert "<script>" not in root.find(f"{ATOM}entry/{ATOM}content").text
    assert entry.id


def test_names_of_channels_are_text_too(client, feed_channel):
    Channel.objects.update(name="<b>A & B</b>")
    assert feedparser.parse(get(client, feed_channel).content).feed.title.endswith("A & B</b>")
    assert "&lt;b&gt;A" in client.get(reverse("feeds:list")).text


def test_private_feeds_are_found_by_their_key_only(client, partner):
    channel = save_channel(Channel(name="Radio", kind="atom", partner=partner))
    assert len(channel.key) == 32
    assert "Radio" not in client.get(reverse("feeds:list")).text
    response = get(client, channel)
    assert response.status_code == 200
    assert response["X-Robots-Tag"] == "noindex"
    assert channel.key not in feedparser.parse(response.content).feed.id


@pytest.mark.parametrize("change", [{"active": False}, {"kind": "mail_buttons"}])
def test_what_is_no_running_feed_is_not_found_rather_than_empty(client, feed_channel, change):
    Channel.objects.update(**change)
    assert get(client, feed_channel).status_code == 404


def test_every_channel_has_a_feed_with_its_own_links(client, publish, mail_channel):
    """A partner who gets mail can show the jobs on its own page, too, counted under its own code."""
    posting = publish()
    entry = feedparser.parse(get(client, mail_channel).content).entries[0]
    assert entry.link == links.address(links.code_for(posting, mail_channel))
    assert mail_channel.name not in client.get(reverse("feeds:list")).text


def test_the_list_of_feeds(client, feed_channel):
    text = client.get(reverse("feeds:list")).text
    assert "/feeds/alle-stellen/atom.xml" in text
    Channel.objects.update(active=False)
    assert "Noch gibt es keinen öffentlichen Feed" in client.get(reverse("feeds:list")).text


def test_an_entry_is_served_as_approved(client, publish, feed_channel, monkeypatch):
    publish()
    monkeypatch.setattr("channels.renditions.feed_entry.feed_entry", lambda *args: 1 / 0)
    Delivery.objects.get(channel=feed_channel)
    assert feedparser.parse(get(client, feed_channel).content).entries[0].title == "Sachbearbeitung Wohngeld"


# --- Every format, as fetched -----------------------------------------------------------------

FORMATS = {
    "atom.xml": "application/atom+xml; charset=utf-8",
    "rss.xml": "application/rss+xml; charset=utf-8",
    "feed.json": "application/feed+json; charset=utf-8",
    "events.ics": "text/calendar; charset=utf-8",
    "jobs.xml": "application/xml; charset=utf-8",
}


@pytest.mark.parametrize("file", FORMATS)
def test_a_format_as_fetched(client, publish, feed_channel, file):
    publish()
    address = f"/feeds/alle-stellen/{file}"
    response = client.get(address)
    assert response["Content-Type"] == FORMATS[file]
    assert "X-Robots-Tag" not in response
    head = client.head(address)
    assert (head.status_code, head.content) == (200, b"")
    assert head["ETag"] == response["ETag"]
    for question in ({"if_none_match": response["ETag"]}, {"if_modified_since": response["Last-Modified"]}):
        short = client.get(address, headers=question)
        assert (short.status_code, short.content) == (304, b"")
        assert short["ETag"] == response["ETag"]
    assert client.post(address).status_code == 405
    assert not client.cookies


def test_large_feeds_travel_packed(client, publish, feed_channel):
    publish()
    plain = get(client, feed_channel)
    packed = get(client, feed_channel, accept_encoding="gzip")
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert "Accept-Encoding" in packed["Vary"]
    again = get(client, feed_channel, accept_encoding="gzip", if_none_match=packed["ETag"])
    assert again.status_code == 304


@pytest.mark.parametrize("file", FORMATS)
def test_no_format_of_a_private_channel_is_for_search_engines(client, partner, file):
    channel = save_channel(Channel(name="Radio", kind="atom", partner=partner))
    response = client.get(f"/feeds/{channel.key}/{file}")
    assert response["X-Robots-Tag"] == "noindex"
    assert client.get(f"/feeds/{channel.key[:-1]}x/{file}").status_code == 404


def test_formats_nobody_has_are_not_found(client, feed_channel):
    assert client.get("/feeds/alle-stellen/feed.xml").status_code == 404


def test_the_list_says_what_each_format_is_for(client, feed_channel):
    text = client.get(reverse("feeds:list")).text
    for file in FORMATS:
        assert f"https://jobs.neustadt.example/feeds/alle-stellen/{file}</code>" in text
    assert 'href="webcal://jobs.neustadt.example/feeds/alle-stellen/events.ics"' in text
    assert text.count('<link rel="alternate"') == len(FORMATS)
    assert "<script" not in text


def test_people_who_open_a_feed_are_told_what_it_is(client, publish, feed_channel):
    publish()
    for name in ("atom", "rss"):
        response = client.get(reverse(f"feeds:{name}", args=[feed_channel.key]))
        assert 'type="text/css"' in response.text.split("<feed")[0].split("<rss")[0]
        assert "Das ist ein Feed" in response.text
        assert "style-src 'self'" in response["Content-Security-Policy"]


def test_public_pages_tell_programs_of_the_public_feeds(client, feed_channel, page_channel, partner):
    save_channel(Channel(name="Radio <b>", kind="rss", partner=partner))
    text = client.get(reverse("public:postings")).text
    for file in ("atom.xml", "rss.xml", "feed.json", "events.ics"):
        assert f'href="https://jobs.neustadt.example/feeds/alle-stellen/{file}"' in text
    assert "Radio" not in text
    assert "/feeds/seite/" not in text


def test_browsers_get_the_same_bytes_as_plain_xml(client, publish, feed_channel):
    publish()
    program = get(client, feed_channel, accept="application/atom+xml, */*")
    person = get(client, feed_channel, accept="text/html,application/xhtml+xml,application/xml;q=0.9")
    assert program["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert person["Content-Type"] == "application/xml; charset=utf-8"
    assert person.content == program.content
    assert "Accept" in person["Vary"].split(", ")
    calendar = client.get("/feeds/alle-stellen/events.ics", headers={"accept": "text/html"})
    assert calendar["Content-Type"].startswith("text/calendar")


def test_websites_of_others_may_read_feeds_in_the_browser(client, feed_channel):
    assert client.get("/feeds/alle-stellen/feed.json")["Access-Control-Allow-Origin"] == "*"


def test_the_line_to_embed_is_text(client, feed_channel):
    text = client.get(reverse("feeds:list")).text
    assert "<iframe" not in text
    assert "&lt;iframe" in text
