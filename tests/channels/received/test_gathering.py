"""Ads and events as receivers will see them, before the approval; nothing of it stays."""

from __future__ import annotations

import pytest
from django.urls import reverse

from channels import publishing
from channels.adapters import registry
from channels.models import Channel, Delivery, Link
from channels.received import gathering, looks
from channels.received.sample import of_version

pytestmark = pytest.mark.django_db


def by_kind(received) -> dict:
    return {one.channel.kind: one for one in received}


def test_every_medium_people_can_choose_shows_an_ad_or_an_event(every_channel, make_posting, event):
    ads = by_kind(gathering.of_posting(make_posting().current, every_channel.values()))
    events = by_kind(gathering.of_invitation(event, every_channel.values()))
    shown = {kind for kind, one in (ads | events).items() if one.look}
    # Without the city's own occupation list there is nothing to send to the agency: it says so instead.
    assert shown == set(every_channel) - {"ba"}
    assert ads["ba"].refused and any("Berufsverzeichnis" in one.sentence for one in ads["ba"].findings)


def test_every_medium_has_a_look_of_its_own():
    assert {kind for kind, _name in registry.offered()} <= set(looks.all())


def test_what_becomes_of_the_partners_languages_is_told(every_channel, make_posting, partner):
    partner.languages = ["ar", "de"]
    partner.save()
    channel = Channel.objects.select_related("partner").get(pk=every_channel["package"].pk)
    (one,) = gathering.of_posting(make_posting().current, [channel])
    assert len(one.languages) == 1 and one.languages[0].startswith("Arabisch: ")


def test_nothing_stays(every_channel, make_posting, event):
    posting = make_posting()
    gathering.of_posting(posting.current, every_channel.values())
    gathering.of_invitation(event, every_channel.values())
    assert not Link.objects.exists() and not Delivery.objects.exists()
    assert posting.current.posting.published_at is None


def test_what_is_shown_is_what_is_sent(every_channel, make_posting, approver):
    """The words of the preview and those of the approval differ in nothing but the codes."""
    posting = make_posting()
    received = gathering.of_posting(posting.current, every_channel.values())
    publishing.approve(posting, by=approver)
    for one in received:
        row = Delivery.objects.get(version=posting.approved, channel=one.channel)
        if "forward" in (one.look.context if one.look else {}):
            assert len(one.look.context["forward"]) == len(row.rendition["forward"]) - 7
        if one.look and one.look.template.endswith("post.html"):
            sent = row.rendition
            assert one.look.context["head"] == sent["head"]
            assert len(one.look.context["body"]) == len(sent["body"]) - 7  # a code of 8 signs as "…"


def test_lengths_are_told_as_the_network_counts_them(every_channel, make_posting):
    posting = make_posting(title="Sachbearbeitung Wohngeld")
    ads = by_kind(gathering.of_posting(posting.current, every_channel.values()))
    assert ads["telegram"].look.context["limit"] == 4096
    on_mastodon = ads["mastodon"].look.context
    assert on_mastodon["limit"] == 500
    # A link counts 23 there, however long it is.
    assert 0 < on_mastodon["length"] < ads["telegram"].look.context["length"] + 23


def test_no_key_of_a_partner_stands_in_the_preview(every_channel, make_posting, client, person):
    posting = make_posting()
    client.force_login(person("reporting"))
    page = client.get(reverse("channels:preview", args=[posting.pk])).text
    frame = client.get(reverse("channels:seen_posting", args=[posting.pk, every_channel["email"].pk])).text
    for text in (page, frame):
        assert "/partner/…" in text or "/partner/" not in text
    assert "/partner/…" in frame and "/partner/…" in page


def test_the_page_shows_all_of_it_and_is_asked_nothing_twice(every_channel, make_posting, client, person):
    posting = make_posting(title="Sachbearbeitung Wohngeld!!! E 9b")
    client.force_login(person("approver"))
    page = client.get(reverse("channels:preview", args=[posting.pk])).text
    for words in (
        "So sehen es die Menschen dort",
        "Karte in der Google-Stellensuche",
        "Im Titel steht ein Gehalt oder eine Entgeltgruppe: „E 9b“. Google will dort nur",
        "Im Titel steht Schmuck oder Großschrift: „!!!“. Indeed will dort nur",
        "Im Messenger:",
        "Zeichen, wie dieses Netz sie zählt",
        "referencenumber",
        "jobDescription: Ihre Aufgaben",
        "&quot;type&quot;: &quot;job.published&quot;",
        "Ein Kanal würde das so nicht nehmen",
        'loading="lazy"',
    ):
        assert words in page
    assert page.count("<h1") == 1


def test_a_frame_can_do_nothing(every_channel, make_posting, client, person):
    posting = make_posting(text="Text <script>alert(1)</script>")
    client.force_login(person("outreach"))
    for kind in ("email", "atom", "rss", "json_feed"):
        answer = client.get(reverse("channels:seen_posting", args=[posting.pk, every_channel[kind].pk]))
        policy = answer.headers["Content-Security-Policy"]
        assert answer.status_code == 200 and "<script" not in answer.text
        assert "default-src 'none'" in policy and "sandbox" in policy and "script-src" not in policy
        assert "frame-ancestors 'self'" in policy and answer.headers["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.parametrize("kind", ["personio", "webhook", "mastodon"])
def test_only_what_has_html_has_a_frame(every_channel, make_posting, client, person, kind):
    client.force_login(person("outreach"))
    answer = client.get(reverse("channels:seen_posting", args=[make_posting().pk, every_channel[kind].pk]))
    assert answer.status_code == 404


def test_the_poster_is_a_picture(every_channel, make_posting, client, person):
    posting = make_posting()
    client.force_login(person("outreach"))
    address = reverse("channels:seen_poster", args=[posting.pk, every_channel["package"].pk])
    answer = client.get(address)
    assert answer.headers["Content-Type"] == "image/png" and answer.content.startswith(b"\x89PNG")
    assert address in client.get(reverse("channels:preview", args=[posting.pk])).text


def test_the_poster_of_an_ad_with_unknown_signs_is_not_found(every_channel, make_posting, client, person):
    posting = make_posting(title="Dienst 𓀀")
    client.force_login(person("outreach"))
    address = reverse("channels:seen_poster", args=[posting.pk, every_channel["package"].pk])
    assert client.get(address).status_code == 404


def test_a_broken_medium_hides_no_other(every_channel, make_posting, monkeypatch):
    def broken(version, channel):
        raise RuntimeError

    monkeypatch.setattr(registry.get("telegram"), "render", broken)
    ads = by_kind(gathering.of_posting(make_posting().current, every_channel.values()))
    assert ads["telegram"].refused and ads["matrix"].look


def test_a_medium_nobody_made_a_look_for_shows_its_words(wall, make_posting):
    (one,) = gathering.of_posting(make_posting().current, [wall])
    assert one.look.template.endswith("plain.html")
    assert one.look.context == {"text": "Sachbearbeitung Wohngeld"}


def test_the_approving_person_is_told_what_would_be_refused(client, approver, make_posting):
    Channel.objects.create(key="b", name="Amt für Arbeit", kind="ba")
    posting = make_posting()
    client.force_login(approver)
    page = client.get(reverse("postings:workplace", args=[posting.pk])).text
    assert "Ein Kanal würde die Ausschreibung so nicht nehmen" in page
    assert "Sie können trotzdem freigeben" in page and "Amt für Arbeit" in page


def test_an_invitation_is_shown_too(every_channel, event, client, person):
    client.force_login(person("outreach"))
    page = client.get(reverse("channels:event_preview", args=[event.pk])).text
    for words in ("Tag der offenen Tür", "Rathaus, Markt 1", "Kanal calendar", "Termin", "event.announced"):
        assert words in page
    assert reverse("channels:event_preview", args=[event.pk]) in (
        client.get(reverse("events:edit", args=[event.pk])).text
    )
    frame = client.get(reverse("channels:seen_event", args=[event.pk, every_channel["email"].pk]))
    assert frame.status_code == 200 and "Rathaus" in frame.text


def test_ads_do_not_stand_in_calendars(every_channel, make_posting):
    sample = of_version(make_posting().current, every_channel["calendar"])
    assert sample.file == b"" and looks.look(sample) is None
