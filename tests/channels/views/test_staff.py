"""Staff pages of channels, partners and deliveries."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from channels import publishing
from channels.models import Channel, Delivery, Destination, HandOff, Partner
from postings.models import Event

pytestmark = pytest.mark.django_db
CHANNEL = {"name": "Feed für Radio", "kind": "atom", "partner": "", "active": "on"}


def rows(**states) -> None:
    Delivery.objects.update(**states)


def test_empty_pages_say_what_to_do(outreach, reader):
    assert "Noch gibt es keinen Kanal" in outreach.get(reverse("channels:list")).text
    assert reverse("channels:new") in outreach.get(reverse("channels:list")).text
    assert reverse("channels:new") not in reader.get(reverse("channels:list")).text
    assert "Noch gibt es keinen Partner" in outreach.get(reverse("channels:partners")).text


def test_the_overview_tells_of_every_channel(outreach, publish, mail_channel, feed_channel, partner):
    publish()
    Partner.objects.update(status=Partner.Status.STOPPED)
    text = outreach.get(reverse("channels:list")).text
    for words in (
        "Mail an Brücke",
        "Alle Stellen",
        "Partner nimmt nicht teil",
        "Veröffentlicht",
        "(öffentlich)",
    ):
        assert words in text
    assert "Partnerpost" not in text


def test_only_a_feed_is_called_one(outreach, mail_channel, feed_channel):
    text = outreach.get(reverse("channels:list")).text
    assert text.count("Adresse des Feeds") == 1 and text.count("Auch als Feed") == 1


def test_a_public_channel_gets_a_readable_key(outreach):
    outreach.post(reverse("channels:new"), {**CHANNEL, "public": "on"})
    outreach.post(reverse("channels:new"), {**CHANNEL, "name": "Feed: für Radio", "public": "on"})
    assert set(Channel.objects.values_list("key", flat=True)) == {"feed-fuer-radio", "feed-fuer-radio-2"}


def test_turning_private_gives_a_new_unguessable_key(outreach, feed_channel):
    address = reverse("channels:edit", args=[feed_channel.pk])
    outreach.post(address, {"name": "Alle Stellen", "kind": "atom", "active": "on"})
    feed_channel.refresh_from_db()
    assert len(feed_channel.key) == 32
    key = feed_channel.key
    outreach.post(address, {"name": "Neuer Name", "kind": "atom", "active": "on"})
    feed_channel.refresh_from_db()
    assert (feed_channel.name, feed_channel.key) == ("Neuer Name", key)


def test_a_new_feed_starts_with_the_open_ads(outreach, publish):
    publish()
    outreach.post(reverse("channels:new"), CHANNEL)
    assert Channel.objects.get(kind="atom").deliveries.count() == 1


def test_a_mistake_keeps_what_was_typed(outreach, feed_channel):
    response = outreach.post(reverse("channels:new"), {"name": "Mail an alle", "kind": "email"})
    assert response.status_code == 422
    assert "Bitte wählen Sie, welcher Partner das bekommt." in response.text
    assert 'value="Mail an alle"' in response.text
    taken = outreach.post(reverse("channels:new"), {**CHANNEL, "name": "Alle Stellen"})
    assert "Einen Kanal mit diesem Namen gibt es schon." in taken.text


def test_system_channels_are_not_offered(outreach):
    response = outreach.post(reverse("channels:new"), {**CHANNEL, "kind": "mail_buttons"})
    assert response.status_code == 422
    assert "mail_buttons" not in outreach.get(reverse("channels:new")).text


def test_the_medium_stays_once_something_was_sent(outreach, publish, mail_channel, partner):
    publish()
    outreach.post(
        reverse("channels:edit", args=[mail_channel.pk]),
        {"name": "Umbenannt", "kind": "atom", "active": "on"},
    )
    mail_channel.refresh_from_db()
    assert (mail_channel.name, mail_channel.kind, mail_channel.partner) == ("Umbenannt", "email", partner)


def test_mail_is_never_listed_as_public(outreach, partner):
    outreach.post(
        reverse("channels:new"),
        {"name": "Mail", "kind": "email", "partner": partner.pk, "public": "on", "active": "on"},
    )
    assert not Channel.objects.get(name="Mail").public


def test_a_failure_is_told_with_the_next_step(outreach, reader, mail_delivery):
    rows(state="failed", error="Die Adresse gibt es nicht.", attempts=1)
    for client, buttons in ((outreach, 1), (reader, 0)):
        text = client.get(reverse("channels:list")).text
        assert "Das braucht Ihre Hilfe" in text
        assert "Die Adresse gibt es nicht." in text
        assert text.count(">Noch einmal senden<") == buttons


def test_retry_sends_it_back_to_the_outbox(outreach, mail_delivery):
    rows(state="failed", error="x")
    response = outreach.post(reverse("channels:retry", args=[mail_delivery.pk]), {"back": "list"})
    assert response["Location"] == reverse("channels:list")
    mail_delivery.refresh_from_db()
    assert mail_delivery.state == "waiting"
    again = outreach.post(reverse("channels:retry", args=[mail_delivery.pk]), follow=True)
    assert "inzwischen schon jemand erledigt" in again.text


@pytest.mark.parametrize(("arrived", "left"), [("yes", "sent"), ("no", "waiting")])
def test_an_unclear_message_is_cleared_up(outreach, mail_delivery, arrived, left):
    rows(state="unconfirmed", error="Die Verbindung riss ab.")
    address = reverse("channels:deliveries", args=[mail_delivery.version.posting_id])
    assert "Ist angekommen" in outreach.get(address).text
    response = outreach.post(reverse("channels:resolve", args=[mail_delivery.pk]), {"arrived": arrived})
    assert response["Location"] == address
    mail_delivery.refresh_from_db()
    assert mail_delivery.state == left


def test_where_an_ad_went(reader, publish, mail_channel, feed_channel):
    posting = publish()
    rows(attempts=2, error="Der Server schläft.")
    text = reader.get(reverse("channels:deliveries", args=[posting.pk])).text
    for words in (
        "Mail an Brücke",
        "Wird wiederholt",
        "Der Server schläft. Nächster Versuch:",
        "/l/",
        "Alle Stellen",
    ):
        assert words in text
    assert "Partnerpost (Knöpfe in E-Mails)" in text


@pytest.mark.parametrize("published", [True, False])
def test_an_ad_that_went_nowhere(reader, publish, make_posting, published):
    posting = publish() if published else make_posting()
    words = "Es gab keinen aktiven Kanal" if published else "Noch ist sie nirgends"
    assert words in reader.get(reverse("channels:deliveries", args=[posting.pk])).text


def test_the_overview_does_not_ask_per_row_of_trouble(
    outreach, publish, mail_channel, django_assert_max_num_queries
):
    for number in range(5):
        publish(title=f"Stelle {number}")
    rows(state="failed")
    with django_assert_max_num_queries(14):
        outreach.get(reverse("channels:list"))


def test_after_closing_the_page_says_where_it_may_still_be_seen(client, person, publish, mail_channel):
    posting = publish()
    rows(state="sent")
    paper = HandOff.objects.create(delivery=Delivery.objects.get(), how="put_up", way="qr")
    client.force_login(person("editor", name="ed"))
    response = client.post(reverse("publishing:close", args=[posting.pk]))
    assert response["Location"] == reverse("channels:deliveries", args=[posting.pk]) + "#noch-zu-sehen"
    text = client.get(response["Location"]).text
    assert "Aushang: Verein Brücke" in text
    assert "Ist abgenommen" not in text  # not this person's task
    client.force_login(person("outreach"))
    assert "Ist abgenommen" in client.get(response["Location"]).text
    client.post(reverse("channels:taken_down", args=[paper.pk]))
    assert "Aushang: Verein Brücke" not in client.get(response["Location"]).text


def test_closing_without_traces_stays_at_the_ad(client, person, publish):
    posting = publish()
    client.force_login(person("editor", name="ed"))
    response = client.post(reverse("publishing:close", args=[posting.pk]))
    assert response["Location"] == reverse("postings:workplace", args=[posting.pk])


def test_a_failure_taken_care_of_in_another_way_asks_no_more(outreach, mail_delivery):
    rows(state="failed", error="x")
    outreach.post(reverse("channels:settle", args=[mail_delivery.pk]))
    mail_delivery.refresh_from_db()
    assert (mail_delivery.state, mail_delivery.resolved_by.username) == ("cancelled", "outreach")
    assert "Das braucht Ihre Hilfe" not in outreach.get(reverse("channels:list")).text


def test_not_knowing_yet_is_an_answer(outreach, mail_delivery):
    rows(state="unconfirmed", error="Angekommen?")
    address = reverse("channels:resolve", args=[mail_delivery.pk])
    outreach.post(address, {"arrived": "later", "back": "list"})
    mail_delivery.refresh_from_db()
    assert mail_delivery.state == "unconfirmed"
    assert "Das braucht Ihre Hilfe" not in outreach.get(reverse("channels:list")).text
    assert "Weiß ich noch nicht" in outreach.get(reverse("channels:log")).text  # still to be answered


def test_a_channel_at_a_standstill_is_switched_on_again(outreach, reader, publish, feed_channel):
    Channel.objects.update(active=False, trouble="Kein Zugang mehr.", trouble_since=timezone.now())
    assert "Wieder einschalten" not in reader.get(reverse("channels:list")).text
    text = outreach.get(reverse("channels:list")).text
    assert "Diese Kanäle stehen still" in text
    assert "Kein Zugang mehr." in text
    publish()
    outreach.post(reverse("channels:switch_on", args=[feed_channel.pk]))
    feed_channel.refresh_from_db()
    assert (feed_channel.active, feed_channel.trouble) == (True, "")
    assert feed_channel.deliveries.count() == 1  # what it missed


def test_a_lane_at_rest_shows_on_the_list(reader, mail_delivery):
    Destination.objects.update(failures=3, blocked_until=timezone.now() + datetime.timedelta(hours=2))
    assert "Nimmt gerade nichts an" in reader.get(reverse("channels:list")).text


def test_the_log_has_ads_and_events(reader, publish, mail_channel, editor):
    publish()
    start = timezone.now() + datetime.timedelta(weeks=10)
    event = Event(title="Offene Tür", description="D", place="P", starts_at=start, ends_at=start)
    publishing.events.save(event, by=editor, postings=[])
    publishing.events.announce(event)
    Delivery.objects.filter(event=event).update(state="failed", error="Nein.")
    Delivery.objects.create(
        channel=mail_channel, key="note:test:1", action="publish", state="failed", error="Probe."
    )
    text = reader.get(reverse("channels:log")).text
    for words in ("Sachbearbeitung Wohngeld", "Offene Tür", "Nein."):
        assert words in text
    assert "Probe." not in text
    only = reader.get(reverse("channels:log"), {"zustand": "hilfe"}).text
    assert "Nein." in only
    assert "Sachbearbeitung Wohngeld" not in only
    assert "Offene Tür" in reader.get(reverse("channels:event_deliveries", args=[event.pk])).text


def test_a_message_that_is_about_nothing_is_settled_from_the_list(outreach, mail_channel):
    row = Delivery.objects.create(channel=mail_channel, key="note:test:1", action="publish", state="failed")
    response = outreach.post(reverse("channels:settle", args=[row.pk]))
    assert response["Location"] == reverse("channels:list")
