"""Feeds over time: refreshed on their own, held when they shrink, released by a person."""

import datetime
import logging
import threading

import pytest
import time_machine
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from channels import publishing
from channels.adapters.feeds import json_feed
from channels.feeds import serving
from channels.models import Channel, Delivery, FeedSnapshot
from channels.staff.channels.held import held_feeds
from outreach.people.models import User
from postings.models import Posting, State

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def close(postings, by):
    for posting in postings:
        publishing.close(posting, by=by)


def test_a_feed_that_shrinks_is_held_until_a_person_agrees(several, feed_channel, titles, editor, approver):
    postings = several(6)
    everything = titles(feed_channel)
    close(postings[:3], editor)
    assert titles(feed_channel) == everything
    (held,) = held_feeds()
    assert [entry.title for entry in held.leaving] == ["Stelle 0", "Stelle 1", "Stelle 2"]
    assert f"von {editor.display_name}" in held.leaving[0].why
    assert serving.agree(feed_channel, by=approver, seen=held.seen)
    assert titles(feed_channel) == ["Stelle 3", "Stelle 4", "Stelle 5"]
    assert held_feeds() == []
    kept = FeedSnapshot.objects.get(file="feed.json")
    assert (kept.agreed_by, kept.left) == (approver, {})
    assert kept.agreed_at


def test_news_is_not_lost_meanwhile(several, publish, feed_channel, titles, editor):
    postings = several(6)
    titles(feed_channel)
    close(postings[:5], editor)
    titles(feed_channel)
    publish(title="Ganz neu")
    assert titles(feed_channel) == ["Ganz neu", *(f"Stelle {number}" for number in range(6))]


def test_shrinking_step_by_step(several, feed_channel, titles, editor):
    postings = several(10)
    titles(feed_channel)
    for posting in postings[:3]:
        close([posting], editor)
        titles(feed_channel)
    assert len(titles(feed_channel)) == 7
    close(postings[3:4], editor)
    assert len(titles(feed_channel)) == 7, "four of ten within a day"


def test_a_day_later_it_starts_anew(several, feed_channel, titles, editor):
    postings = several(10)
    titles(feed_channel)
    close(postings[:3], editor)
    now = timezone.now()
    assert len(titles(feed_channel, now)) == 7
    close(postings[3:5], editor)
    assert len(titles(feed_channel, now + DAY + DAY / 24)) == 5


def test_a_channel_may_ask_earlier(several, feed_channel, titles, editor):
    Channel.objects.update(options={"shrink_percent": 10})
    channel = Channel.objects.get(pk=feed_channel.pk)
    postings = several(5)
    titles(channel)
    close(postings[:1], editor)
    assert len(titles(channel)) == 5
    Channel.objects.update(options={"shrink_percent": None})  # as an empty field of the form says it
    assert len(titles(Channel.objects.get(pk=feed_channel.pk))) == 4


def test_what_is_held_stays_held_over_days(several, feed_channel, titles, editor):
    postings = several(6)
    titles(feed_channel)
    close(postings[:3], editor)
    now = timezone.now()
    assert [len(titles(feed_channel, now + DAY * days)) for days in (0, 1, 2, 9)] == [6, 6, 6, 6]
    assert held_feeds()[0].since <= timezone.now()


def test_a_deadline_ends_an_ad_at_midnight_without_any_run(several, publish, feed_channel, titles, days):
    several(5)
    publish(title="Bald vorbei", deadline=days(2))
    assert "Bald vorbei" in titles(feed_channel)
    last_evening = timezone.make_aware(datetime.datetime.combine(days(2), datetime.time(23, 59)))
    with time_machine.travel(last_evening, tick=False):
        assert "Bald vorbei" in titles(feed_channel)
    with time_machine.travel(last_evening + datetime.timedelta(minutes=2), tick=False):
        assert "Bald vorbei" not in titles(feed_channel)


def test_many_deadlines_on_one_day_are_asked_about(several, feed_channel, titles, days):
    several(6)
    titles(feed_channel)
    Posting.objects.update(deadline=days(-1))
    assert len(titles(feed_channel)) == 6
    assert "Bewerbungsschluss" in held_feeds()[0].leaving[0].why


def test_the_last_ad_may_go(publish, feed_channel, titles, editor):
    posting = publish()
    assert titles(feed_channel)
    close([posting], editor)
    assert titles(feed_channel) == []


def test_the_last_ad_stays_if_nobody_closed_it(publish, feed_channel, titles):
    publish(title="Noch offen")
    titles(feed_channel)
    Delivery.objects.update(action=Delivery.Action.REMIND)  # the row is spoilt, the ad is open
    assert titles(feed_channel) == ["Noch offen"]
    assert held_feeds()[0].doubtful


def test_when_the_ads_are_back_nobody_is_asked_any_more(several, feed_channel, titles):
    several(6)
    titles(feed_channel)
    Posting.objects.update(state=State.DRAFT)
    assert len(titles(feed_channel)) == 6
    assert held_feeds()
    Posting.objects.update(state=State.PUBLISHED)
    assert len(titles(feed_channel)) == 6
    assert held_feeds() == []


def test_a_rendition_that_is_gone_leaves_the_last_good_bytes(several, feed_channel, titles):
    several(3)
    before = bytes(serving.serve(feed_channel, "feed.json").body)
    Delivery.objects.filter(channel=feed_channel).delete()
    kept = serving.serve(feed_channel, "feed.json")
    assert bytes(kept.body) == before
    assert held_feeds()[0].doubtful


def test_a_broken_format_serves_what_was_good(several, publish, feed_channel, titles, monkeypatch, caplog):
    several(2)
    before = titles(feed_channel)
    monkeypatch.setattr(json_feed, "write", lambda content: 1 / 0)
    publish(title="Neu")
    with caplog.at_level(logging.ERROR):
        assert titles(feed_channel) == before
    assert "could not be written" in caplog.text
    monkeypatch.undo()
    assert len(titles(feed_channel)) == 3, "and goes on as soon as it can"


def test_nobody_agrees_to_more_than_they_saw(several, feed_channel, titles, editor, approver):
    postings = several(8)
    titles(feed_channel)
    close(postings[:4], editor)
    titles(feed_channel)
    seen = held_feeds()[0].seen
    close(postings[4:6], editor)
    titles(feed_channel)
    assert not serving.agree(feed_channel, by=approver, seen=seen)
    assert len(titles(feed_channel)) == 8
    assert not serving.agree(feed_channel, by=approver, seen="")


def test_one_word_frees_all_formats_of_a_channel(several, feed_channel, editor, approver):
    postings = several(6)
    for file in ("atom.xml", "rss.xml", "jobs.xml"):
        serving.serve(feed_channel, file)
    close(postings[:4], editor)
    serving.refresh()
    (held,) = held_feeds()
    assert len(held.names) == 3
    assert serving.agree(feed_channel, by=approver, seen=held.seen)
    assert b"Stelle 0" not in bytes(serving.serve(feed_channel, "rss.xml").body)


def test_people_learn_of_it_before_the_receiver_comes(several, feed_channel, titles, editor):
    postings = several(6)
    titles(feed_channel)
    close(postings[:4], editor)
    assert held_feeds() == []
    assert serving.refresh() == 1
    assert held_feeds()


def test_an_unchanged_feed_is_not_written_again(several, feed_channel, titles, django_assert_max_num_queries):
    several(3)
    titles(feed_channel)
    made = FeedSnapshot.objects.get().made_at
    with django_assert_max_num_queries(4):
        titles(feed_channel)
    assert FeedSnapshot.objects.get().made_at == made


def test_a_new_name_or_address_is_seen_at_once(several, feed_channel, settings):
    several(1)
    serving.serve(feed_channel, "atom.xml")
    Channel.objects.update(name="Umbenannt")
    settings.PUBLIC_URL = "https://neu.neustadt.example"
    body = bytes(serving.serve(Channel.objects.get(), "atom.xml").body).decode()
    assert "Umbenannt" in body
    assert "https://neu.neustadt.example/feeds/" in body


def test_a_channel_switched_off_has_no_feed_and_comes_back_whole(client, several, feed_channel):
    several(3)
    address = reverse("feeds:feed", args=[feed_channel.key])
    before = client.get(address).content
    Channel.objects.update(active=False)
    assert client.get(address).status_code == 404
    serving.refresh()
    Channel.objects.update(active=True)
    assert client.get(address).content == before
    assert held_feeds() == []


# --- Events -----------------------------------------------------------------------------------


@pytest.fixture
def announced(open_day, editor, feed_channel):
    publishing.events.save(open_day, by=editor, postings=[])
    publishing.events.announce(open_day)
    return open_day


def lines(channel, now=None) -> list[str]:
    text = bytes(serving.serve(channel, "events.ics", now).body).decode()
    return text.replace("\r\n ", "").split("\r\n")


def test_a_cancelled_event_stays_in_calendars_and_says_so(announced, feed_channel):
    assert "STATUS:CONFIRMED" in lines(feed_channel)
    publishing.events.cancel(announced, reason="Sturm")
    assert "STATUS:CANCELLED" in lines(feed_channel)
    assert any("Sturm" in line for line in lines(feed_channel))


def test_a_cancelled_event_is_gone_for_integreat(announced, feed_channel):
    Channel.objects.update(options={"integreat": True})
    channel = Channel.objects.get(pk=feed_channel.pk)
    assert "BEGIN:VEVENT" in lines(channel)
    publishing.events.cancel(announced, reason="Sturm")
    assert "BEGIN:VEVENT" not in lines(channel)
    assert held_feeds() == [], "one event, ended by a person"


def test_a_change_raises_the_sequence_and_keeps_the_name(announced, feed_channel, editor):
    (uid,) = [line for line in lines(feed_channel) if line.startswith("UID:")]
    announced.starts_at += datetime.timedelta(hours=1)
    announced.ends_at += datetime.timedelta(hours=1)
    publishing.events.save(announced, by=editor, postings=[])
    assert [uid] == [line for line in lines(feed_channel) if line.startswith("UID:")]
    assert "SEQUENCE:1" in lines(feed_channel)


def test_what_is_saved_and_not_announced_is_not_in_it(open_day, editor, feed_channel):
    publishing.events.save(open_day, by=editor, postings=[])
    assert "BEGIN:VEVENT" not in lines(feed_channel)


def test_an_event_that_took_place_leaves_after_some_weeks_unasked(announced, feed_channel):
    assert "BEGIN:VEVENT" in lines(feed_channel, announced.ends_at + DAY)
    assert "BEGIN:VEVENT" not in lines(feed_channel, announced.ends_at + 30 * DAY)
    assert held_feeds() == []


def test_events_are_entries_where_the_channel_wants_them(announced, publish, feed_channel, titles):
    publish()
    assert titles(feed_channel) == ["Sachbearbeitung Wohngeld"]
    Channel.objects.update(options={"events": True})
    channel = Channel.objects.get(pk=feed_channel.pk)
    assert titles(channel) == ["Sachbearbeitung Wohngeld", "Tag der offenen Tür"]
    assert titles(channel, announced.ends_at + DAY) == []  # both over


# --- The staff pages --------------------------------------------------------------------------


@pytest.fixture
def held(several, feed_channel, titles, editor):
    postings = several(12)
    titles(feed_channel)
    close(postings[:10], editor)
    titles(feed_channel)
    return held_feeds()[0]


def test_staff_see_what_would_vanish_and_agree(outreach, held, feed_channel, titles):
    text = outreach.get(reverse("channels:list")).text
    assert "10 von 12 Einträgen würden verschwinden" in text
    assert "Stelle 9" in text
    assert "und 2 weitere" in text
    assert "Alle Stellen" in outreach.get(reverse("today")).text
    agree = reverse("channels:agree_feed", args=[feed_channel.pk])
    answer = outreach.post(agree, {"seen": "anders"}, follow=True)
    assert "Inzwischen hat sich etwas geändert" in answer.text
    answer = outreach.post(agree, {"seen": held.seen}, follow=True)
    assert "ist veröffentlicht" in answer.text
    assert "würden verschwinden" not in answer.text
    assert titles(feed_channel) == ["Stelle 10", "Stelle 11"]
    page = outreach.get(reverse("channels:edit", args=[feed_channel.pk])).text
    assert f"Zuletzt hat {User.objects.get(username='outreach').display_name} zugestimmt" in page


def test_readers_see_it_without_the_button(client, person, held):
    client.force_login(person("reporting"))
    text = client.get(reverse("channels:list")).text
    assert "würden verschwinden" in text
    assert "Ja, so veröffentlichen" not in text


# --- Many at once -----------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_many_requests_at_once_do_no_harm(several, feed_channel, editor):
    """The first fetch of all, then the one after a closing: the same bytes for everybody, one snapshot."""
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("SQLite im Speicher kennt nur eine Verbindung; mit PostgreSQL läuft dieser Test")
    postings = several(3)

    def fetch_by_many() -> set[str]:
        found: list[str] = []
        start = threading.Barrier(5)

        def fetch() -> None:
            start.wait()
            try:
                found.append(serving.serve(feed_channel, "atom.xml").etag)
            finally:
                connection.close()

        threads = [threading.Thread(target=fetch) for _one in range(5)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(found) == 5
        return set(found)

    assert len(fetch_by_many()) == 1
    close(postings[:1], editor)
    assert len(fetch_by_many()) == 1
    assert FeedSnapshot.objects.count() == 1
    assert len(FeedSnapshot.objects.get().left) == 1
