"""The desk as staff and invited people use it, and what readers see of it."""

from __future__ import annotations

import pytest
from django.core import mail

from channels import languages, publishing
from channels.models import Translation, Translator
from channels.translating import desk, people, sentences
from channels.translating.segments import digest, segments
from outreach.people.models import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def ad(publish, page_channel):
    return publish(text="Die Stadt sucht Verstärkung.\n\n- Sie beraten 30 Menschen.\n")


@pytest.fixture
def elif_karaca(db) -> Translator:
    return Translator.objects.create(name="Elif Karaca", email="elif@verein.example", languages=["tr", "kmr"])


@pytest.fixture
def door(elif_karaca) -> str:
    return f"/uebersetzen/{people.token_of(elif_karaca)}/"


def field(source: str) -> str:
    return f"text-{digest(source)}"


def fill(ad, code: str, *, reviewed: bool) -> None:
    for piece in segments(ad.approved.title, ad.approved.text):
        text = f"[{code}] {piece.source}"
        desk.save(ad, code, piece.digest, text, by="Elif Karaca", reviewed=reviewed)
    publishing.languages.translated(ad, code, by="Elif Karaca")


def test_an_invited_person_translates_without_a_password(client, ad, door):
    page = client.get(f"{door}tr/stelle/{ad.pk}/")
    assert "Sie beraten 30 Menschen." in page.text
    answer = client.post(f"{door}tr/stelle/{ad.pk}/", {field("Sie beraten 30 Menschen."): "30 kişi"})
    assert "Ein Teil ist gespeichert" in answer.text
    kept = Translation.objects.get()
    assert (kept.language, kept.text, kept.translator, kept.reviewed_at) == (
        "tr",
        "30 kişi",
        "Elif Karaca",
        None,
    )
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not client.cookies


def test_other_facts_are_refused_and_nothing_typed_is_lost(client, ad, door):
    answer = client.post(
        f"{door}tr/stelle/{ad.pk}/", {field("Sie beraten 30 Menschen."): "40 kişi", "step": "review"}
    )
    assert answer.status_code == 422
    assert "Zahl fehlt in der Übersetzung: 30." in answer.text
    assert "40 kişi" in answer.text
    assert not Translation.objects.exists()


@pytest.mark.parametrize("rest", ["ar/", "de/", "xx/", "tr/stelle/999/"])
def test_an_invited_person_sees_only_their_languages(client, ad, door, rest):
    assert client.get(f"{door}{rest}").status_code == 404


def test_an_invited_person_sees_no_draft(client, door, make_posting):
    draft = make_posting()
    assert client.get(f"{door}tr/stelle/{draft.pk}/").status_code == 404
    assert draft.title not in client.get(f"{door}tr/").text


def test_an_old_link_opens_nothing(client, elif_karaca, door):
    people.renew(elif_karaca)
    assert client.get(door).status_code == 404
    elif_karaca.active = False
    elif_karaca.save()
    assert client.get(f"/uebersetzen/{people.token_of(elif_karaca)}/").status_code == 404
    assert client.get("/uebersetzen/erfunden/").status_code == 404


def test_staff_invites_by_mail(client, person):
    client.force_login(person(Role.OUTREACH))
    data = {"name": "Rojda Aydın", "email": "rojda@verein.example", "languages": ["kmr"], "active": "on"}
    client.post("/uebersetzungen/personen/neu/", data)
    (letter,) = mail.outbox
    assert letter.to == ["rojda@verein.example"]
    link = next(line for line in letter.body.splitlines() if "/uebersetzen/" in line)
    assert client.get(link.replace("https://jobs.neustadt.example", "")).status_code == 200


def test_standard_sentences_are_reviewed(client, person):
    client.force_login(person(Role.EDITOR, name="Aylin Demir"))
    client.post("/uebersetzungen/tr/saetze/", {"right-label.pay": "1", "better-label.hours": "Saatler"})
    told = {sentence.key: sentence for sentence in sentences.of("tr")}
    assert told["label.pay"].reviewed
    assert told["label.hours"].review.proposal == "Saatler"


def test_readers_see_a_translated_ad_and_that_nobody_reviewed_it(client, ad):
    fill(ad, "tr", reviewed=False)
    page = client.get(f"/stellen/{ad.slug}/tr/").text
    assert "[tr] Die Stadt sucht Verstärkung." in page
    assert languages.get("tr").text("notice.translated") in page


def test_readers_see_who_reviewed_it(client, ad):
    fill(ad, "tr", reviewed=True)
    assert "Elif Karaca" in client.get(f"/stellen/{ad.slug}/tr/").text


def test_half_a_translation_is_not_shown(client, ad):
    desk.save(ad, "tr", digest("Sie beraten 30 Menschen."), "30 kişi", by="Elif")
    page = client.get(f"/stellen/{ad.slug}/tr/").text
    assert "30 kişi" not in page
    assert languages.get("tr").text("sentence.only_german") in page


def test_a_reviewed_language_says_by_whom(client, ad):
    for sentence in sentences.of("pl"):
        sentences.review("pl", sentence.key, by="Anna Nowak")
    publishing.languages.sentences_reviewed("pl", by="Anna Nowak")
    page = client.get(f"/stellen/{ad.slug}/pl/").text
    assert "Anna Nowak" in page
    assert languages.get("pl").text("notice.unreviewed") not in page


def test_xliff_goes_out_and_comes_in(client, ad, door):
    file = client.get(f"{door}tr/stelle/{ad.pk}/xliff/")
    assert file["Content-Type"] == "application/xliff+xml"
    from django.core.files.uploadedfile import SimpleUploadedFile

    done = file.content.replace(b"</source>", b"</source><target>30</target>", 3)
    answer = client.post(f"{door}tr/stelle/{ad.pk}/xliff/", {"file": SimpleUploadedFile("x.xlf", done)})
    assert "3 Teile sind übernommen" in answer.text


@pytest.mark.parametrize("content", [b"", b"nonsense"])
def test_a_file_that_is_no_xliff(client, ad, door, content):
    from django.core.files.uploadedfile import SimpleUploadedFile

    answer = client.post(f"{door}tr/stelle/{ad.pk}/xliff/", {"file": SimpleUploadedFile("x.xlf", content)})
    assert answer.status_code == 422


def test_a_closed_ad_is_no_longer_on_the_desk(client, ad, door, editor):
    publishing.close(ad, by=editor)
    assert ad.title not in client.get(f"{door}tr/").text
