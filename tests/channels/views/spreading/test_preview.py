"""The preview tells what the approval then does."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from channels import publishing
from channels.models import Channel, Delivery, Partner
from channels.routing.preview import preview

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(partner, second_partner, mail_channel, second_mail_channel, feed_channel) -> None:
    """One partner at once, one weekly; one who chose other work, one invited, one without a channel."""
    partner.districts = ["Mitte"]
    partner.save()
    second_partner.rhythm = "weekly"
    second_partner.save()
    for name, changes in {
        "Pflegeverein": {"families": ["care"]},
        "Radio": {"status": "invited"},
        "Nachbarn": {"status": "active"},
    }.items():
        made = Partner.objects.create(
            name=name, kind="media", email="a@b.example", **{"status": "active", **changes}
        )
        if name != "Nachbarn":
            Channel.objects.create(key=name.lower(), name=f"Mail an {name}", kind="email", partner=made)


def test_the_page_tells_who_gets_it_why_when_and_who_does_not(town, reader, make_posting):
    posting = make_posting(place="Mitte")
    text = reader.get(reverse("channels:preview", args=[posting.pk])).text
    for words in (
        "geht sie über 3 Kanäle hinaus",
        "Eine Nachricht wartet",
        "weil der Arbeitsort in Mitte liegt",
        "Berufsfeld: Verwaltung und Büro",
        "sofort",
        "mit der nächsten Sammelnachricht",
        "Plakat zum Aushängen",
        "hat andere Berufsfelder gewählt",
        "hat noch nicht zugesagt",
        "Wer noch nicht erreichbar ist",
        "hat noch keinen Kanal",
    ):
        assert words in text


def test_for_an_ad_that_is_out_it_tells_of_the_next_version(town, reader, publish):
    posting = publish()
    text = reader.get(reverse("channels:preview", args=[posting.pk])).text
    assert "Jede neue freigegebene Fassung geht über 3 Kanäle hinaus" in text
    assert "Nach der Freigabe geht sie" not in text
    assert "Diese Ausschreibung ist schon draußen" in text


def test_a_closed_ad_is_not_told_to_be_out(town, reader, publish, approver):
    posting = publish()
    publishing.close(posting, by=approver, comment="")
    text = reader.get(reverse("channels:preview", args=[posting.pk])).text
    assert "Diese Ausschreibung ist geschlossen: Wohin ist sie gegangen?" in text
    assert "schon draußen" not in text


def test_the_approval_does_what_the_preview_told(town, make_posting, approver):
    posting = make_posting()
    now = timezone.now()
    told = preview(posting.current, now)
    publishing.approve(posting, by=approver)
    rows = Delivery.objects.filter(version=posting.approved).select_related("channel")
    assert {row.channel.name for row in rows} == {line.channel.name for line in told.lines}
    # The next digest may be minutes away: what waits is told by its bundle, not by how long.
    assert {row.channel.name for row in rows if row.bundle and row.due_at > now} == {
        line.channel.name for line in told.lines if line.later
    }


def test_the_preview_stores_nothing_and_its_cost_does_not_grow(town, make_posting, django_assert_num_queries):
    version = make_posting().current
    version.posting.deadline  # noqa: B018 - loads it
    Partner.objects.update(weekly_cap=2)
    with django_assert_num_queries(3):
        preview(version)
    for number in range(10):
        made = Partner.objects.create(name=f"P{number}", kind="media", email="a@b.example", status="active")
        Channel.objects.create(key=f"p{number}", name=f"Mail {number}", kind="email", partner=made)
    with django_assert_num_queries(3):
        preview(version)
    assert Delivery.objects.count() == 0


def test_a_pause_longer_than_the_deadline_is_told(town, make_posting, days, mail_channel):
    Partner.objects.filter(pk=mail_channel.partner_id).update(paused_until=days(60))
    told = preview(make_posting(deadline=days(10)).current)
    assert "Der Partner macht Pause, bis die Bewerbungsfrist vorbei ist." in [
        one.why for one in told.left_out
    ]


def test_the_ad_links_to_it_before_and_at_the_approval(client, approver, make_posting):
    posting = make_posting()
    client.force_login(approver)
    text = client.get(reverse("postings:workplace", args=[posting.pk])).text
    assert text.count(reverse("channels:preview", args=[posting.pk])) == 2
