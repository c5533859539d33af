"""A partner's own page: what it offers, and that nobody sees anybody else's."""

import datetime
import io
import zipfile

import pypdf
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from channels import publishing, routing
from channels.models import Delivery, HandOff, Link, Partner
from channels.partners import tokens
from channels.partners.participation import membership
from channels.renditions.forms import LOOKS
from channels.views.partner_pages import urls
from outreach.logs import without_persons
from postings import families

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def http(settings):
    settings.SECURE_SSL_REDIRECT = False


@pytest.fixture
def visitor() -> Client:
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def address(partner):
    """address("hand_off", pk) -> the path of the partner's page or of a part of it."""
    token = tokens.page_token(partner)
    return lambda name="page", *arguments: reverse(f"partner:{name}", args=[token, *arguments])


def test_the_page_offers_what_a_phone_can_pass_on(visitor, address, publish, mail_channel):
    posting = publish()
    Delivery.objects.filter(channel=mail_channel).update(reasons=[{"text": "Deutsch B1 reicht"}])
    text = visitor.get(address()).text
    code = Link.objects.get(posting=posting, channel=mail_channel).code
    for words in (
        "1 Stelle passt zu Ihnen",
        "Deutsch B1 reicht",
        "https://wa.me/?text=Neue%20Stelle%20",
        "https://t.me/share/url?url=https",
        f"/l/{code}</textarea>",
        "Weitergeleitet ✓",
        "Ausgehängt ✓",
        "Angesagt ✓",
    ):
        assert words in text
    assert "<script" not in text.replace("<script src=", "")
    assert "//" not in "".join(
        part.split('"')[0] for part in text.split('src="')[1:]
    )  # nothing from elsewhere


def test_posters_carry_the_partners_code_in_the_partners_languages(visitor, address, publish, mail_channel):
    Partner.objects.update(languages=["tr", "ar"])
    posting = publish()
    text, pk = visitor.get(address()).text, mail_channel.deliveries.get().pk
    for language in ("de", "tr", "ar"):
        path = address("form", pk, language, "Plakat-A4.pdf")
        assert f'href="{path}"' in text
        sheet = visitor.get(path)
        assert sheet.content.startswith(b"%PDF")
        own = Link.objects.get(posting=posting, channel=mail_channel, language=language).code
        assert own in pypdf.PdfReader(io.BytesIO(sheet.content)).pages[0].extract_text()


def test_nothing_is_let_out(visitor, address, publish, mail_channel):
    publish()
    response = visitor.get(address())
    assert response["Referrer-Policy"] == "no-referrer"
    assert "noindex" in response["X-Robots-Tag"] and "no-store" in response["Cache-Control"]
    assert not response.cookies
    missing = visitor.get(address("package", 4711))
    assert missing.status_code == 404 and missing["Referrer-Policy"] == "no-referrer"
    line = without_persons(f"Not Found: {address('package', 4711)}")
    assert tokens.page_token(Partner.objects.get()) not in line and "[entfernt]" in line


def test_tokens_in_errors_stay_out_of_the_log(visitor, address, caplog):
    visitor.get(address("package", 4711))
    for record in caplog.records:
        assert tokens.page_token(Partner.objects.get()) not in without_persons(record.getMessage())


def test_a_partner_sees_only_its_own(visitor, address, publish, mail_channel, second_mail_channel):
    publish()
    other = Delivery.objects.get(channel=second_mail_channel)
    own = Delivery.objects.get(channel=mail_channel)
    for name, form in (("package", ()), ("qr_code", ("svg",)), ("qr_code", ("png",))):
        assert visitor.get(address(name, own.pk, *form)).status_code == 200
        assert visitor.get(address(name, other.pk, *form)).status_code == 404
    assert visitor.post(address("hand_off", other.pk), {"how": "forwarded"}).status_code == 404
    assert visitor.post(address("hand_off", other.pk), {"how": "down"}).status_code == 404
    assert not HandOff.objects.exists()
    code = Link.objects.get(channel=second_mail_channel).code
    assert code not in visitor.get(address()).text


def test_no_address_at_all_opens_what_is_anothers(
    visitor, address, publish, mail_channel, second_mail_channel
):
    """Every address of the page with an id in it: a new one is looked at by itself."""
    publish()
    other = Delivery.objects.get(channel=second_mail_channel).pk
    with_ids = [pattern for pattern in urls.urlpatterns if "pk" in pattern.pattern.regex.groupindex]
    assert len(with_ids) >= 3
    for pattern in with_ids:
        known = {"form": "svg", "language": "tr", "name": "Plakat-A4.pdf"}
        more = [known[name] for name in pattern.pattern.regex.groupindex if name in known]
        path = address(pattern.name, other, *more)
        for how in (*HandOff.How.values, "down"):
            answers = {visitor.get(path).status_code, visitor.post(path, {"how": how}).status_code}
            assert answers <= {404, 405} and 404 in answers, path
    assert not HandOff.objects.exists()


def test_a_foreign_undo_is_worth_nothing(visitor, address, publish, second_mail_channel, second_partner):
    publish()
    theirs = Delivery.objects.get(channel=second_mail_channel)
    path = reverse("partner:hand_off", args=[tokens.page_token(second_partner), theirs.pk])
    remembered = visitor.post(path, {"how": "forwarded"})["Location"].split("?getan=")[1]
    assert visitor.post(address("take_back"), {"undo": remembered}).status_code == 404
    assert HandOff.objects.count() == 1


def test_old_links_lead_to_a_new_one(visitor, address, partner):
    membership.revoke_links(partner)
    response = visitor.get(address())
    assert response.status_code == 404
    assert "Neuen Link schicken" in response.text and partner.name not in response.text


@pytest.mark.parametrize("how", HandOff.How.values)
def test_one_tap_tells_what_was_done_and_one_takes_it_back(visitor, address, publish, mail_channel, how):
    publish()
    row = Delivery.objects.get(channel=mail_channel)
    done = visitor.post(address("hand_off", row.pk), {"how": how})
    assert (HandOff.objects.get().how, HandOff.objects.get().way, done.status_code) == (how, "page", 303)
    page = visitor.get(done["Location"]).text
    assert "Danke! Notiert" in page and "Schon weitergegeben" in page
    remembered = done["Location"].split("?getan=")[1]
    visitor.post(address("take_back"), {"undo": remembered})
    assert not HandOff.objects.exists()


def test_sent_is_not_handed_off(publish, mail_delivery):
    mail_delivery.state = "sent"
    mail_delivery.save()
    assert not mail_delivery.handoffs.exists()


def test_what_hangs_comes_down_when_the_job_is_gone(visitor, address, publish, mail_channel, editor):
    posting = publish()
    row = Delivery.objects.get(channel=mail_channel)
    visitor.post(address("hand_off", row.pk), {"how": "put_up"})
    assert "Bitte abnehmen" not in visitor.get(address()).text
    Delivery.objects.update(state="sent")
    publishing.close(posting, by=editor)
    page = visitor.get(address()).text
    assert "Bitte abnehmen" in page and "Gerade ist nichts offen" in page
    gone = visitor.post(address("hand_off", row.pk), {"how": "down"})
    assert "Bitte abnehmen" not in visitor.get(address()).text
    visitor.post(address("take_back"), {"undo": gone["Location"].split("?getan=")[1]})
    assert "Bitte abnehmen" in visitor.get(address()).text


def test_whoever_put_it_up_is_asked_where_at_once(visitor, address, mail_delivery):
    before = visitor.get(address()).text
    up = visitor.post(address("hand_off", mail_delivery.pk), {"how": "put_up"}, follow=True).text
    assert f'href="#wo{mail_delivery.pk}"' in up and f'id="wo{mail_delivery.pk}"' in up
    assert f'href="#wo{mail_delivery.pk}"' not in before
    assert '<details class="o-fold" open><summary>' + mail_delivery.title in up
    forwarded = visitor.post(address("hand_off", mail_delivery.pk), {"how": "forwarded"}, follow=True).text
    assert f'href="#wo{mail_delivery.pk}"' not in forwarded


@pytest.mark.parametrize("way", ["mail", "qr"])
def test_the_link_in_a_mail_shows_buttons_and_records_on_post(visitor, mail_delivery, way):
    path = reverse("partner:done", args=[tokens.done_token(mail_delivery, way)])
    assert "Weitergeleitet ✓" in visitor.get(path).text
    assert not HandOff.objects.exists()  # scanners fetch links
    assert "Danke!" in visitor.post(path, {"how": "put_up"}).text
    assert HandOff.objects.get().way == way
    visitor.post(path, {"how": "put_up", "down": "1"})
    assert HandOff.objects.get().removed_at
    visitor.post(path, {"how": "put_up"})
    assert HandOff.objects.get().removed_at is None
    visitor.post(path, {"how": "put_up", "undo": "1"})
    assert not HandOff.objects.exists()


def test_a_hand_off_told_by_mail_shows_on_the_page(visitor, address, publish, partner, mail_channel):
    package = partner.channels.create(key="paket", name="Paket", kind="package")
    publish()
    visitor.post(
        reverse("partner:done", args=[tokens.done_token(mail_channel.deliveries.get())]), {"how": "announced"}
    )
    text = visitor.get(address()).text
    assert "Schon weitergegeben" in text
    assert text.count('class="o-item') == 1 and f"/sendung/{package.deliveries.get().pk}/" in text


def test_the_package_is_whole(visitor, address, publish, mail_channel):
    publish(title="Ärztin*Arzt im Gesundheitsamt")
    row = Delivery.objects.get(channel=mail_channel)
    response = visitor.get(address("package", row.pk))
    assert response["Content-Disposition"] == 'attachment; filename="Aerztin-Arzt-im-Gesundheitsamt.zip"'
    files = zipfile.ZipFile(io.BytesIO(response.content))
    assert files.testzip() is None
    at_the_top = {name for name in files.namelist() if "/" not in name}
    assert len(at_the_top) == 6
    assert {name for name in files.namelist() if "/" in name} == {
        f"de-Deutsch/{name}" for name in (*LOOKS, "QR-Code.png")
    }
    text = files.read("Text-zum-Weiterleiten.txt").decode("utf-8-sig")
    assert text.replace("\r\n", "\n").strip() == row.rendition["forward"]
    assert files.read("QR-Code-zur-Stelle.png").startswith(b"\x89PNG")
    whole = b"".join(files.read(name) for name in files.namelist())
    assert tokens.page_token(Partner.objects.get()).encode() not in whole  # it is made to be passed on


def test_preferences_are_kept_and_taken_back(visitor, address, partner):
    given = {
        "wants_ads": "on", "rhythm": "weekly", "weekly_cap": "2", "languages": ["tr"], "districts": ["Mitte"],
        "families": ["care"], "quiet_days": ["5", "6"], "quiet_from": "20:00", "quiet_until": "08:00",
    }  # fmt: skip
    given["families"] = [families.choices()[0][0]]
    done = visitor.post(address("prefer"), given)
    assert done.status_code == 303
    partner.refresh_from_db()
    assert (partner.wants_events, partner.rhythm, partner.weekly_cap) == (False, "weekly", 2)
    assert (partner.quiet_days, partner.quiet_from) == ([5, 6], datetime.time(20))
    visitor.post(address("take_back"), {"undo": done["Location"].split("?getan=")[1]})
    partner.refresh_from_db()
    assert (partner.wants_events, partner.rhythm, partner.quiet_days, partner.quiet_from) == (
        True, "at_once", [], None,
    )  # fmt: skip


def test_half_a_quiet_time_is_told(visitor, address, partner):
    response = visitor.post(address("prefer"), {"wants_ads": "on", "rhythm": "daily", "quiet_from": "20:00"})
    assert response.status_code == 422 and "beide Uhrzeiten" in response.text
    partner.refresh_from_db()
    assert partner.rhythm == "at_once"


def test_who_wants_no_ads_gets_none_that_wait(visitor, address, partner, publish, mail_channel):
    publish()
    visitor.post(address("prefer"), {"wants_events": "on", "rhythm": "at_once"})
    assert Delivery.objects.get(channel=mail_channel).state == "cancelled"
    visitor.post(address("prefer"), {"wants_ads": "on", "rhythm": "at_once"})
    assert Delivery.objects.get(channel=mail_channel).state == "waiting"


def test_other_fields_of_work_call_off_what_waits(visitor, address, publish, mail_channel):
    publish()  # administration
    row = Delivery.objects.get(channel=mail_channel)
    told = routing.facts_of(row.version).families
    fields = [key for key, _name in families.choices() if key not in told]
    visitor.post(address("prefer"), {"wants_ads": "on", "rhythm": "at_once", "families": fields[:1]})
    row.refresh_from_db()
    assert row.state == "cancelled"
    visitor.post(address("prefer"), {"wants_ads": "on", "rhythm": "at_once"})
    row.refresh_from_db()
    assert row.state == "waiting" and row.bundle


def test_what_waits_moves_out_of_a_pause_in_one_message(visitor, address, publish, mail_channel):
    publish(title="Erste")
    publish(title="Zweite")
    day = timezone.localdate() + datetime.timedelta(days=10)
    visitor.post(address("pause"), {"until": day.isoformat()})
    waiting = Delivery.objects.filter(channel=mail_channel)
    assert all(timezone.localdate(row.due_at) >= day for row in waiting)
    assert len({row.bundle for row in waiting}) == 1 and None not in {row.bundle for row in waiting}


def test_pause_stop_and_back(visitor, address, partner, publish, mail_channel):
    day = timezone.localdate() + datetime.timedelta(days=14)
    done = visitor.post(address("pause"), {"until": day.isoformat()})
    assert "Pause bis" in visitor.get(done["Location"]).text
    visitor.post(address("take_back"), {"undo": done["Location"].split("?getan=")[1]})
    partner.refresh_from_db()
    assert partner.paused_until is None
    publish()
    stopped = visitor.post(address("stop"))
    page = visitor.get(stopped["Location"]).text
    assert "Sie sind abgemeldet" in page and "Wieder dabei sein" in page
    assert Delivery.objects.get(channel=mail_channel).state == "cancelled"
    visitor.post(address("rejoin"))
    partner.refresh_from_db()
    row = Delivery.objects.get(channel=mail_channel)
    assert (partner.status, row.state) == ("active", "waiting") and row.bundle


@pytest.mark.parametrize("name", ["prefer", "pause", "stop", "rejoin", "take_back"])
def test_looking_does_nothing(visitor, address, name):
    assert visitor.get(address(name)).status_code == 405


def test_hostile_titles_stay_text(visitor, address, publish, mail_channel):
    publish(title="<script>alert(1)</script> Köch*in ‮")
    text = visitor.get(address()).text
    assert "<script>alert" not in text and "&lt;script&gt;" in text
