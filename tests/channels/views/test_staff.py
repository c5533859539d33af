"""Staff pages of channels, partners and deliveries."""

import pytest
from django.urls import reverse

from channels.models import Channel, Delivery, Partner

pytestmark = pytest.mark.django_db
CHANNEL = {"name": "Feed für Radio", "kind": "feed", "partner": "", "active": "on"}
PARTNER = {
    "name": "Radio Welle",
    "kind": "media",
    "email": "redaktion@welle.example",
    "status": "active",
    "languages": ["fa", "vi"],
}


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


def test_a_public_channel_gets_a_readable_key(outreach):
    outreach.post(reverse("channels:new"), {**CHANNEL, "public": "on"})
    outreach.post(reverse("channels:new"), {**CHANNEL, "name": "Feed: für Radio", "public": "on"})
    assert set(Channel.objects.values_list("key", flat=True)) == {"feed-fuer-radio", "feed-fuer-radio-2"}


def test_turning_private_gives_a_new_unguessable_key(outreach, feed_channel):
    address = reverse("channels:edit", args=[feed_channel.pk])
    outreach.post(address, {"name": "Alle Stellen", "kind": "feed", "active": "on"})
    feed_channel.refresh_from_db()
    assert len(feed_channel.key) == 32
    key = feed_channel.key
    outreach.post(address, {"name": "Neuer Name", "kind": "feed", "active": "on"})
    feed_channel.refresh_from_db()
    assert (feed_channel.name, feed_channel.key) == ("Neuer Name", key)


def test_a_new_feed_starts_with_the_open_ads(outreach, publish):
    publish()
    outreach.post(reverse("channels:new"), CHANNEL)
    assert Channel.objects.get(kind="feed").deliveries.count() == 1


def test_a_mistake_keeps_what_was_typed(outreach, feed_channel):
    response = outreach.post(reverse("channels:new"), {"name": "Mail an alle", "kind": "email"})
    assert response.status_code == 422
    assert "Bitte wählen Sie, welcher Partner die E-Mails bekommt." in response.text
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
        {"name": "Umbenannt", "kind": "feed", "active": "on"},
    )
    mail_channel.refresh_from_db()
    assert (mail_channel.name, mail_channel.kind, mail_channel.partner) == ("Umbenannt", "email", partner)


def test_mail_is_never_listed_as_public(outreach, partner):
    outreach.post(
        reverse("channels:new"),
        {"name": "Mail", "kind": "email", "partner": partner.pk, "public": "on", "active": "on"},
    )
    assert not Channel.objects.get(name="Mail").public


def test_partners_are_made_and_changed(outreach):
    outreach.post(reverse("channels:new_partner"), PARTNER)
    partner = Partner.objects.get()
    assert partner.languages == ["fa", "vi"]
    assert '<span lang="vi">Tiếng Việt</span>' in outreach.get(reverse("channels:partners")).text
    changed = {**PARTNER, "district": "Mitte", "status": "stopped"}
    outreach.post(reverse("channels:edit_partner", args=[partner.pk]), changed)
    partner.refresh_from_db()
    assert (partner.district, partner.status) == ("Mitte", "stopped")


def test_a_wrong_address_keeps_what_was_typed(outreach):
    response = outreach.post(reverse("channels:new_partner"), {**PARTNER, "email": "kein at"})
    assert response.status_code == 422
    assert 'value="kein at"' in response.text
    assert 'value="Radio Welle"' in response.text


def test_a_partner_who_joins_finds_the_open_ads_in_the_feed(outreach, publish, partner):
    Partner.objects.update(status=Partner.Status.INVITED)
    channel = Channel.objects.create(key="f", name="F", kind="feed", partner=partner)
    publish()
    assert not channel.deliveries.exists()
    fields = {"name": partner.name, "kind": "media", "email": partner.email, "status": "active"}
    outreach.post(reverse("channels:edit_partner", args=[partner.pk]), fields)
    assert channel.deliveries.count() == 1


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
    with django_assert_max_num_queries(12):
        outreach.get(reverse("channels:list"))
