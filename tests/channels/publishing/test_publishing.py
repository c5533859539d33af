"""Approving writes everything at once; closing ends it everywhere."""

import datetime

import pytest
from django.utils import timezone

from channels import publishing
from channels.adapters import registry
from channels.models import Channel, Delivery, HandOff, Link, Partner
from postings import workflow
from postings.models import Posting, State

pytestmark = pytest.mark.django_db


def states(posting, action=Delivery.Action.PUBLISH):
    rows = Delivery.objects.filter(version__posting=posting, action=action)
    return {row.channel.kind: row.state for row in rows}


def test_approving_makes_a_code_and_a_delivery_per_channel(publish, page_channel, feed_channel, mail_channel):
    posting = publish()
    assert states(posting) == {"job_page": "sent", "atom": "sent", "email": "waiting"}
    codes = {link.channel.kind for link in posting.links.all()}
    assert codes == {"job_page", "atom", "email", "mail_buttons"}


def test_the_rendition_is_stored_as_approved(publish, mail_channel):
    posting = publish()
    rendition = Delivery.objects.get(version=posting.approved).rendition
    assert "3.303,85 € bis 4.409,39 € im Monat (E 9b)" in rendition["text"]


def test_own_text_is_refused_and_leaves_nothing(make_posting, editor, mail_channel):
    posting = make_posting()
    with pytest.raises(workflow.Refused):
        publishing.approve(posting, by=editor)
    assert not Delivery.objects.exists()
    assert not Link.objects.exists()


def test_all_or_nothing(make_posting, approver, mail_channel, feed_channel, monkeypatch):
    def broken(version, channel):
        raise RuntimeError("adapter broken")

    monkeypatch.setattr(registry.get("atom"), "render", broken)
    posting = make_posting()
    with pytest.raises(RuntimeError):
        publishing.approve(posting, by=approver)
    posting.refresh_from_db()
    assert posting.state == State.IN_REVIEW
    assert not Delivery.objects.exists()


def test_workers_are_woken_after_commit_only(
    make_posting, approver, mail_channel, woken, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=False) as callbacks:
        publishing.approve(make_posting(), by=approver)
    assert woken == []
    for callback in callbacks:
        callback()
    assert {task.name for task in woken} == {"channels.tasks.deliver_due", "channels.tasks.refresh_feeds"}


def test_inactive_channels_and_partners_get_nothing(publish, mail_channel, feed_channel, partner):
    Partner.objects.update(status=Partner.Status.STOPPED)
    Channel.objects.filter(pk=feed_channel.pk).update(active=False)
    assert states(publish()) == {}


def test_a_channel_whose_adapter_is_gone_stops_nobody(publish, feed_channel):
    Channel.objects.create(key="fax", name="Fax", kind="fax")
    assert states(publish()) == {"atom": "sent"}


def test_closing_early_cancels_what_waits_and_tells_those_who_know(
    publish, editor, mail_channel, second_mail_channel, feed_channel
):
    posting = publish()
    Delivery.objects.filter(channel=mail_channel).update(state=Delivery.State.SENT)
    publishing.close(posting, by=editor)
    assert Delivery.objects.get(channel=second_mail_channel).state == Delivery.State.CANCELLED
    told = Delivery.objects.filter(action=Delivery.Action.CLOSE)
    assert {row.channel for row in told} == {mail_channel, feed_channel}
    assert "nicht mehr frei" in told.get(channel=mail_channel).rendition["text"]


def test_the_deadline_closes_without_mail(publish, mail_channel, days):
    posting = publish(deadline=days(1))
    Delivery.objects.update(state=Delivery.State.SENT)
    assert publishing.close_expired(days(1)) == 0
    assert publishing.close_expired(days(2)) == 1
    posting.refresh_from_db()
    assert posting.state == State.CLOSED
    assert not Delivery.objects.filter(action=Delivery.Action.CLOSE).exists()


def test_closing_twice_is_refused_and_daily_run_shrugs(publish, editor, days, monkeypatch):
    posting = publish(deadline=days(1))
    publishing.close(posting, by=editor)
    with pytest.raises(workflow.Refused):
        publishing.close(posting, by=editor)
    monkeypatch.setattr(
        type(Posting.objects.all()), "expired", lambda self, today: self.filter(pk=posting.pk)
    )
    assert publishing.close_expired(days(2)) == 0


def test_a_new_feed_shows_what_is_open(publish, partner):
    posting = publish()
    feed = Channel.objects.create(key="neu", name="Neu", kind="atom")
    publishing.catch_up(feed)
    publishing.catch_up(feed)
    assert [row.version_id for row in feed.deliveries.all()] == [posting.approved_id]


def test_catch_up_leaves_out_ads_past_their_deadline(publish, days):
    publish()
    Posting.objects.update(deadline=timezone.localdate() - datetime.timedelta(days=1))
    feed = Channel.objects.create(key="neu", name="Neu", kind="atom")
    publishing.catch_up(feed)
    assert not feed.deliveries.exists()


def test_posts_are_told_of_every_end_also_on_the_last_day(publish, wall, mail_channel, days):
    publish(deadline=days(1))
    Delivery.objects.update(state=Delivery.State.SENT)
    publishing.close_expired(days(2))
    assert [row.channel for row in Delivery.objects.filter(action=Delivery.Action.CLOSE)] == [wall]


def test_who_put_it_up_is_asked_to_take_it_down_when_it_ends(
    publish, mail_channel, second_mail_channel, days
):
    publish(deadline=days(1))
    Delivery.objects.update(state=Delivery.State.SENT)
    for channel, removed_at in ((mail_channel, None), (second_mail_channel, timezone.now())):
        told = Delivery.objects.get(channel=channel)
        HandOff.objects.create(delivery=told, how=HandOff.How.PUT_UP, way="qr", removed_at=removed_at)
    publishing.close_expired(days(2))
    ending = Delivery.objects.get(action=Delivery.Action.CLOSE)
    assert ending.channel == mail_channel
    assert "Bei Ihnen hängt seit dem" in ending.rendition["text"]


def test_what_is_on_its_way_is_closed_after_it(publish, editor, mail_channel):
    posting = publish()
    Delivery.objects.update(state=Delivery.State.SENDING)
    publishing.close(posting, by=editor)
    assert [(row.action, row.state) for row in Delivery.objects.order_by("pk")] == [
        ("publish", "sending"),
        ("close", "waiting"),
    ]


def test_what_may_have_arrived_is_not_called_off_but_asked_about(publish, editor, mail_channel):
    """A receiver that recognises repeats is tried again after a time-out: it may have the message."""
    posting = publish()
    Delivery.objects.update(unclear_since=timezone.now(), attempts=1)
    publishing.close(posting, by=editor)
    assert states(posting) == {"email": "unconfirmed"}
    assert states(posting, Delivery.Action.CLOSE) == {"email": "waiting"}
