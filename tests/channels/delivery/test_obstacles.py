"""Right before sending: is it still wanted, still true, and is it its turn?"""

import datetime

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from channels import delivery as outbox
from channels import publishing
from channels.delivery.obstacles import next_opening
from channels.models import Channel, Delivery, Partner
from channels.publishing import outbox as writer
from channels.sending import retries
from channels.sending.errors import SendError
from postings.models import Event
from tests.channels.delivery.conftest import DAY, MINUTE, State, fresh


def test_never_after_the_deadline(mail_delivery, sent):
    last = retries.last_moment(mail_delivery.version.posting.deadline)
    outbox.sweep(last + MINUTE)
    assert sent == []
    assert (fresh(mail_delivery).state, fresh(mail_delivery).error) == (
        State.CANCELLED,
        "Der Bewerbungsschluss ist vorbei.",
    )


def test_a_closed_ad_is_not_sent_any_more(mail_delivery, sent, editor):
    Delivery.objects.update(state=State.SENDING)  # closing cancels what waits, not what is on its way
    publishing.close(mail_delivery.version.posting, by=editor)
    Delivery.objects.filter(action="publish").update(state=State.WAITING)
    outbox.sweep()
    assert sent == []
    assert set(Delivery.objects.values_list("state", flat=True)) == {State.CANCELLED}


def test_an_ad_closed_in_the_very_moment_it_is_sent_is_ended_too(
    mail_channel, publish, behave, quality, editor
):
    quality(REPEATABLE=True)
    _one, two = publish(title="Eins"), publish(title="Zwei")
    sent = []

    def send(row):
        sent.append((row.title, row.action))
        if len(sent) == 1:
            publishing.close(two, by=editor)

    behave(send)
    outbox.sweep()
    outbox.sweep(timezone.now() + 2 * MINUTE)
    assert sent == [("Eins", "publish"), ("Zwei", "publish"), ("Zwei", "close")]


def test_an_ad_that_is_closed_while_others_are_sent_is_held_back(
    mail_channel, publish, behave, quality, editor, monkeypatch
):
    """Marked ahead, but not sent yet: it goes back, and nobody is told of an end of what they never got."""
    quality(REPEATABLE=True)
    monkeypatch.setattr("channels.delivery.shift.FRESH", datetime.timedelta(0))
    one, two = publish(title="Eins"), publish(title="Zwei")
    sent = []

    def send(row):
        sent.append(row.title)
        publishing.close(two, by=editor)

    behave(send)
    outbox.sweep()
    assert sent == [one.title]
    ended = Delivery.objects.filter(version__posting=two)
    assert [row.state for row in ended] == [State.CANCELLED] * 2


def test_the_end_waits_for_a_message_on_its_way(mail_delivery, sent, editor):
    now = timezone.now()
    Delivery.objects.update(state=State.SENDING)
    publishing.close(mail_delivery.version.posting, by=editor)
    other = writer.destination_of(Channel.objects.create(key="x", name="X", kind="email"))
    Delivery.objects.filter(action="publish").update(destination=other)  # e.g. by an address of before
    other.lease_until = now + 5 * MINUTE
    other.save()
    outbox.sweep(now)
    end = Delivery.objects.get(action="close")
    assert (end.state, sent) == (State.WAITING, [])
    Delivery.objects.filter(action="publish").update(state=State.SENT)
    outbox.sweep(end.due_at + 2 * MINUTE)
    assert sent == [end.pk]


@pytest.mark.parametrize("switch", ["channel", "partner"])
def test_who_was_switched_off_meanwhile_gets_nothing(mail_delivery, sent, switch):
    if switch == "channel":
        Channel.objects.update(active=False)
    else:
        Partner.objects.update(status=Partner.Status.STOPPED)
    outbox.sweep()
    assert (fresh(mail_delivery).state, sent) == (State.CANCELLED, [])


def test_a_medium_that_is_gone_fails_with_the_next_step(mail_delivery):
    Channel.objects.update(kind="fax")
    outbox.sweep()
    assert "wählen Sie beim Kanal ein anderes" in fresh(mail_delivery).error


# Events ---------------------------------------------------------------------------------------------


@pytest.fixture
def event(editor) -> Event:
    start = timezone.now() + 20 * DAY
    return Event.objects.create(
        slug="tag", title="Tag der offenen Tür", description="Kommen Sie!", place="Rathaus",
        starts_at=start, ends_at=start + datetime.timedelta(hours=4), created_by=editor,
    )  # fmt: skip


@pytest.fixture
def put(event, mail_channel):
    """put("change") -> that row of the event."""
    return lambda action, **more: writer.put(mail_channel, action, {}, event=event, **more)


def test_an_event_is_sent(put, sent):
    row = put("publish")
    outbox.sweep()
    assert sent == [row.pk]


@pytest.mark.parametrize("action", ["publish", "change", "remind", "close"])
def test_nothing_after_the_end_of_an_event(put, sent, action, event):
    row = put(action)
    outbox.sweep(event.ends_at + MINUTE)
    assert (sent, fresh(row).error) == ([], "Die Veranstaltung ist vorbei.")


@pytest.mark.parametrize(("action", "goes"), [("publish", False), ("remind", False), ("close", True)])
def test_of_a_cancelled_event_only_its_end_is_told(put, sent, event, action, goes):
    put("publish")
    outbox.sweep()
    sent.clear()
    event.sequence, event.cancelled_at = 1, timezone.now()
    event.save()
    row = put(action)
    outbox.sweep()
    assert sent == ([row.pk] if goes else [])
    assert fresh(row).state == (State.SENT if goes else State.CANCELLED)


def test_no_reminder_of_what_has_begun(put, sent, event):
    put("remind")
    outbox.sweep(event.starts_at + MINUTE)
    assert sent == []


def test_a_change_waits_until_the_thing_itself_has_been_told(put, sent, behave):
    behave(SendError("Später."))
    first = put("publish")
    outbox.sweep()
    change = put("change")
    behave(lambda row: sent.append(row.pk))
    outbox.sweep()
    assert (sent, fresh(change).state) == ([], State.WAITING)
    outbox.sweep(fresh(change).due_at + MINUTE)
    assert sent == [first.pk, change.pk]


@pytest.mark.parametrize("action", ["change", "close"])
def test_who_never_heard_of_it_hears_of_no_change(put, sent, action):
    Delivery.objects.filter(pk=put("publish").pk).update(state=State.FAILED)
    row = put(action)
    outbox.sweep()
    assert (sent, fresh(row).error) == ([], "Der Kanal hatte die Veranstaltung nicht bekommen.")


def test_retries_of_an_event_end_with_it(put, behave, event):
    behave(SendError("Später."))
    row = put("publish")
    outbox.sweep(event.ends_at - 5 * MINUTE)
    outbox.sweep(event.ends_at - 4 * MINUTE)
    assert fresh(row).state in {State.WAITING, State.FAILED}
    assert fresh(row).due_at < event.ends_at


# Hours ------------------------------------------------------------------------------------------------

SEVEN, NINETEEN = datetime.time(7), datetime.time(19)


def test_some_receivers_have_hours(mail_delivery, sent, quality):
    quality(HOURS=(SEVEN, NINETEEN))
    night = timezone.make_aware(datetime.datetime.combine(timezone.localdate() + DAY, datetime.time(3)))
    outbox.sweep(night)
    row = fresh(mail_delivery)
    assert (sent, row.state, row.attempts) == ([], State.WAITING, 0)
    assert timezone.localtime(row.due_at).time() == SEVEN
    outbox.sweep(row.due_at)
    assert sent == [row.pk]


@given(st.times(), st.times(), st.datetimes(datetime.datetime(2026, 1, 1), datetime.datetime(2028, 1, 1)))
def test_the_next_opening_is_open_and_near(start, end, moment):
    now = timezone.make_aware(moment, datetime.UTC)
    opening = next_opening((start, end), now)
    assert now <= opening <= now + DAY + datetime.timedelta(hours=2)
    assert opening == next_opening((start, end), opening) or start == end
