"""What belongs in a channel's feeds."""

import datetime

import pytest
from django.utils import timezone

from channels import publishing
from channels.feeds import contents
from channels.models import Delivery

pytestmark = pytest.mark.django_db


def keys(channel) -> list[str]:
    return [row.key for row in contents.present(channel, timezone.now()).rows]


def test_an_invitation_taken_back_before_it_went_out_is_in_no_calendar(open_day, editor, mail_channel):
    publishing.events.save(open_day, by=editor, postings=[])
    publishing.events.announce(open_day)
    assert keys(mail_channel) == [f"event:{open_day.pk}"]
    publishing.events.cancel(open_day, reason="Sturm")
    assert keys(mail_channel) == []


def test_the_newest_rendition_of_an_event_counts(open_day, editor, feed_channel):
    publishing.events.save(open_day, by=editor, postings=[])
    publishing.events.announce(open_day)
    open_day.place = "Stadthalle"
    publishing.events.save(open_day, by=editor, postings=[])
    (row,) = contents.present(feed_channel, timezone.now()).rows
    (item,) = contents.items([row.delivery])
    assert item.entry["place"] == "Stadthalle"
    assert item.entry["sequence"] == 1


def test_an_ad_whose_approved_text_is_another_one_waits_for_it(publish, feed_channel):
    posting = publish()
    assert keys(feed_channel) == [f"ad:{posting.pk}"]
    newer = posting.versions.create(number=9, title="Neu", text="Neu", author=posting.approved.author)
    posting.approved = newer
    posting.save()
    assert keys(feed_channel) == []


def test_what_carries_no_feed_entry_is_left_out(publish, feed_channel):
    publish()
    Delivery.objects.update(rendition={})
    assert keys(feed_channel) == []


def test_ads_come_newest_first_and_events_by_date(publish, open_day, editor, feed_channel):
    older, newer = publish(title="Alt"), publish(title="Neu")
    older.published_at -= datetime.timedelta(days=1)
    older.save()
    publishing.events.save(open_day, by=editor, postings=[])
    publishing.events.announce(open_day)
    rows = contents.present(feed_channel, timezone.now()).rows
    assert [item.title for item in contents.items(row.delivery for row in rows)] == [
        newer.title,
        older.title,
        open_day.title,
    ]
