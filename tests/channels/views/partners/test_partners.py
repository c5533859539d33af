"""Staff pages of partners: the list, one partner, invitations, links, the table."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from channels.models import Channel, Delivery, Partner, PartnerRequest
from channels.partners import tokens
from channels.partners.handoffs import handing_off
from channels.partners.participation import membership, requests

pytestmark = pytest.mark.django_db
PARTNER = {
    "name": "Radio Welle",
    "kind": "media",
    "email": "redaktion@welle.example",
    "languages": ["fa", "vi"],
    "wants_ads": "on",
    "wants_events": "on",
    "rhythm": "at_once",
}
TABLE = "Name;E-Mail;Sprachen\r\nVerein Süd;sued@x.example;Türkisch\r\n"


def new(outreach, **changes):
    outreach.post(reverse("channels:new_partner"), {**PARTNER, **changes})
    return Partner.objects.get(name=changes.get("name", "Radio Welle"))


def step(outreach, partner, name: str):
    return outreach.post(reverse("channels:partner_step", args=[partner.pk]), {"step": name})


def test_an_empty_form_asks_for_a_choice_and_says_what_to_do(outreach):
    assert "---" not in outreach.get(reverse("channels:new_partner")).text
    text = outreach.post(reverse("channels:new_partner"), {"name": ""}).text
    assert "Bitte füllen Sie dieses Feld aus." in text and "zwingend erforderlich" not in text


def test_an_empty_list_says_what_to_do(outreach, reader):
    text = outreach.get(reverse("channels:partners")).text
    assert "Noch gibt es keinen Partner" in text and reverse("channels:import_partners") in text
    assert reverse("channels:new_partner") not in reader.get(reverse("channels:partners")).text


def test_a_new_partner_is_asked_first(outreach, mailoutbox):
    partner = new(outreach, invite="on")
    assert (partner.status, partner.languages) == ("invited", ["fa", "vi"])
    assert partner.invited_at and not partner.confirmed_at
    requests.answer_due()
    assert [mail.to for mail in mailoutbox] == [["redaktion@welle.example"]]
    assert '<span lang="vi">Tiếng Việt</span>' in outreach.get(reverse("channels:partners")).text


def test_nobody_is_asked_by_mistake(outreach, mailoutbox):
    partner = new(outreach)
    requests.answer_due()
    assert partner.invited_at is None and mailoutbox == []
    assert "Noch nicht eingeladen" in outreach.get(reverse("channels:partners")).text
    outreach.post(reverse("channels:invite_partners"))
    requests.answer_due()
    assert len(mailoutbox) == 1
    outreach.post(reverse("channels:invite_partners"))
    requests.answer_due()
    assert len(mailoutbox) == 1  # asked once


def test_staff_cannot_say_yes_for_a_partner(outreach, partner):
    Partner.objects.update(status="invited")
    outreach.post(
        reverse("channels:edit_partner", args=[partner.pk]),
        {**PARTNER, "status": "active", "confirmed_at": "2020-01-01", "email": partner.email},
    )
    partner.refresh_from_db()
    assert (partner.status, partner.confirmed_at) == ("invited", None)


def test_a_new_address_has_to_say_yes_itself(outreach, partner, mailoutbox):
    old = tokens.page_token(partner)
    address = reverse("channels:edit_partner", args=[partner.pk])
    outreach.post(address, {**PARTNER, "email": partner.email.upper()})
    partner.refresh_from_db()
    assert partner.status == "active" and tokens.page_owner(old)
    outreach.post(address, {**PARTNER, "email": "neu@welle.example"})
    partner.refresh_from_db()
    assert (partner.status, partner.confirmed_at) == ("invited", None)
    assert tokens.page_owner(old) is None
    requests.answer_due()
    assert [mail.to for mail in mailoutbox] == [["neu@welle.example"]]


def test_a_wrong_address_keeps_what_was_typed(outreach):
    response = outreach.post(reverse("channels:new_partner"), {**PARTNER, "email": "kein at"})
    assert response.status_code == 422
    assert 'value="kein at"' in response.text and 'value="Radio Welle"' in response.text


def test_a_partner_who_joins_finds_the_open_ads_in_the_feed(publish, partner):
    Partner.objects.update(status=Partner.Status.INVITED)
    channel = Channel.objects.create(key="f", name="F", kind="atom", partner=partner)
    publish()
    assert not channel.deliveries.exists()
    membership.confirm(partner)
    assert channel.deliveries.count() == 1
    assert partner.channels.count() == 1  # a partner with a way of its own gets no second one


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, {"Verein Brücke", "Sprachschule"}),
        ({"q": "BRÜCKE"}, {"Verein Brücke"}),
        ({"q": "buero@schule"}, {"Sprachschule"}),
        ({"status": "stopped"}, {"Sprachschule"}),
        ({"kind": "association"}, {"Verein Brücke"}),
        ({"language": "tr"}, {"Verein Brücke"}),
        ({"q": "niemand"}, set()),
    ],
)
def test_partners_are_found(reader, partner, second_partner, query, found):
    Partner.objects.filter(pk=partner.pk).update(languages=["tr"])
    membership.stop(second_partner)
    text = reader.get(reverse("channels:partners"), query).text
    assert {name for name in ("Verein Brücke", "Sprachschule") if f">{name}</a>" in text} == found


def test_the_city_sees_who_signed_up(reader, partner):
    Partner.objects.update(confirmed_at=timezone.now())
    assert "Ein Partner hat sich selbst angemeldet" in reader.get(reverse("channels:partners")).text
    Partner.objects.update(invited_at=timezone.now())
    assert "selbst angemeldet" not in reader.get(reverse("channels:partners")).text


def test_the_partners_page_tells_its_story(reader, partner, mail_delivery):
    handing_off.record(mail_delivery, "put_up", "qr")
    Partner.objects.update(confirmed_at=timezone.now(), audience="Aushang", weekly_cap=2)
    text = reader.get(reverse("channels:partner", args=[partner.pk])).text
    for words in (
        "Zugesagt",
        "Ausgehängt",
        "Sachbearbeitung Wohngeld",
        "nicht gemessen",
        "höchstens 2",
        "Wartet",
    ):
        assert words in text
    assert tokens.page_token(partner) not in text  # staff do not see the key
    assert "partner_step" not in text and "Partner abmelden" not in text


def test_the_ads_page_tells_sent_from_passed_on(reader, partner, mail_delivery):
    address = reverse("channels:deliveries", args=[mail_delivery.version.posting_id])
    assert "Ausgehängt am" not in reader.get(address).text
    handing_off.record(mail_delivery, "put_up", "page")
    assert "Ausgehängt am" in reader.get(address).text
    handing_off.take_down(mail_delivery)
    assert "wieder abgenommen." in reader.get(address).text


def test_a_partners_page_asks_few_questions(
    reader, partner, mail_channel, publish, django_assert_max_num_queries
):
    for number in range(6):
        publish(title=f"Stelle {number}")
    with django_assert_max_num_queries(30):
        reader.get(reverse("channels:partner", args=[partner.pk]))


def test_links_are_sent_renewed_and_ended(outreach, partner, mailoutbox):
    old = tokens.page_token(partner)
    step(outreach, partner, "link")
    requests.answer_due()
    assert old in mailoutbox[0].body
    step(outreach, partner, "renew")
    requests.answer_due()
    partner.refresh_from_db()
    assert tokens.page_owner(old) is None
    assert tokens.page_token(partner) in mailoutbox[1].body
    step(outreach, partner, "stop")
    partner.refresh_from_db()
    assert partner.status == "stopped"
    assert step(outreach, partner, "fly").status_code == 400


def test_contact_data_are_deleted_only_after_the_end(outreach, partner, mailoutbox):
    Partner.objects.update(
        contact_name="Ada Öztürk", phone="0511 1", note="ruft gern an", audience="Adas Gruppe"
    )
    requests.put(PartnerRequest.Purpose.LINK, partner.email.upper())
    step(outreach, partner, "forget")
    partner.refresh_from_db()
    assert partner.contact_name == "Ada Öztürk"
    step(outreach, partner, "stop")
    old = tokens.page_token(partner)
    step(outreach, partner, "forget")
    partner.refresh_from_db()
    left = " ".join(str(value) for value in Partner.objects.values().get(pk=partner.pk).values())
    assert "Ada" not in left and "0511" not in left and "bruecke.example" not in left
    assert tokens.page_owner(old) is None and not PartnerRequest.objects.exists()
    text = outreach.get(reverse("channels:partner", args=[partner.pk])).text
    assert "gelöscht" in text and 'value="invite"' not in text


def test_an_invitation_that_bounced_is_told(outreach, partner):
    Partner.objects.update(status="invited")
    requests.invite(partner)
    PartnerRequest.objects.update(error="Die Adresse nimmt keine E-Mails an.")
    text = outreach.get(reverse("channels:partner", args=[partner.pk])).text
    assert "Die Einladung ist nicht angekommen" in text and "nimmt keine E-Mails an" in text


def test_a_table_is_shown_before_it_is_taken_in(outreach):
    address = reverse("channels:import_partners")
    assert "Name" in outreach.get(address).text
    shown = outreach.post(
        address, {"file": SimpleUploadedFile("p.csv", TABLE.encode("cp1252")), "step": "check"}
    )
    assert "Verein Süd" in shown.text and "1 neuer Partner" in shown.text
    assert not Partner.objects.exists()
    outreach.post(address, {"text": TABLE, "step": "take"})
    partner = Partner.objects.get()
    assert (partner.status, partner.languages, partner.invited_at) == ("invited", ["tr"], None)


def test_nothing_is_taken_in_while_a_chosen_line_is_wrong(outreach):
    address = reverse("channels:import_partners")
    text = TABLE + "Ohne Adresse;;\r\n"
    stuck = outreach.post(address, {"text": text, "step": "take"})
    assert stuck.status_code == 422 and "Die E-Mail-Adresse fehlt." in stuck.text
    assert not Partner.objects.exists()
    outreach.post(address, {"text": text, "step": "take", "skip": ["3"]})
    assert Partner.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Bitte wählen Sie eine Datei"),
        ({"file": SimpleUploadedFile("p.xlsx", b"PK\x03\x04")}, "Das ist keine CSV-Datei"),
        ({"text": "Vorname;Ort\r\nA;B"}, "müssen die Überschriften"),
    ],
)
def test_what_is_no_table_is_told(outreach, given, said):
    response = outreach.post(reverse("channels:import_partners"), {**given, "step": "check"})
    assert response.status_code == 422 and said in response.text


def test_the_table_goes_out(outreach, partner):
    response = outreach.get(reverse("channels:export_partners"))
    assert response.content.startswith(b"\xef\xbb\xbfName;Art;")
    assert b"jobs@bruecke.example" in response.content


def test_what_did_not_arrive_is_settled_from_the_partners_page(outreach, reader, mail_delivery):
    Delivery.objects.filter(pk=mail_delivery.pk).update(state="failed", error="Das Postfach gibt es nicht.")
    address = reverse("channels:partner", args=[mail_delivery.channel.partner_id])
    step = reverse("channels:settle", args=[mail_delivery.pk])
    assert step in outreach.get(address).text and step not in reader.get(address).text
    assert reverse("channels:deliveries", args=[mail_delivery.version.posting_id]) in reader.get(address).text
    response = outreach.post(step, {"back": "partner"})
    assert response.url == address


def test_the_list_of_channels_leads_to_the_partner(reader, mail_channel):
    page = reader.get(reverse("channels:list")).text
    assert reverse("channels:partner", args=[mail_channel.partner_id]) in page
