"""Every form in every language, as partners and staff take it along."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.test import Client
from django.urls import reverse

from channels import languages, publishing
from channels.models import Channel, Delivery, KeptForm, Link, Partner
from channels.partners import tokens
from channels.renditions.forms import LOOKS
from channels.translating import sentences

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def http(settings):
    settings.SECURE_SSL_REDIRECT = False


@pytest.fixture
def row(publish, mail_channel) -> Delivery:
    Partner.objects.update(languages=["tr", "ar", "xx"])
    publish()
    return Delivery.objects.get(channel=mail_channel)


@pytest.fixture
def address(row):
    token = tokens.page_token(row.channel.partner)
    return lambda name, *more: reverse(f"partner:{name}", args=[token, row.pk, *more])


def hold(how: str) -> None:
    Channel.objects.update(unreviewed=how)


def folders(content: bytes) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name in zipfile.ZipFile(io.BytesIO(content)).namelist():
        folder, _slash, file = name.rpartition("/")
        found.setdefault(folder, set()).add(file)
    return found


def test_a_package_has_the_partners_languages(client, address):
    found = folders(client.get(address("package")).content)
    assert set(found) == {"", "de-Deutsch", "tr-Tuerkisch", "ar-Arabisch"}
    assert found["ar-Arabisch"] == {*LOOKS, "QR-Code.png"}


def test_one_of_the_others_by_choice_or_all_of_them(client, address):
    assert set(folders(client.get(address("package_in", "vi")).content)) == {"", "vi-Vietnamesisch"}
    found = folders(client.get(address("package_in", "alle")).content)
    assert len(found) == 1 + len(languages.codes())
    assert all(files == {*LOOKS, "QR-Code.png"} for folder, files in found.items() if folder)
    assert client.get(address("package_in", "xx")).status_code == 404


def test_the_same_package_has_the_same_bytes(client, address):
    assert client.get(address("package")).content == client.get(address("package")).content


def test_every_language_can_be_chosen_own_ones_first(client, address):
    text = client.get(address("languages")).text
    places = [text.index(f">{languages.get(code).name}</bdi>") for code in ("de", "tr", "ar", "en", "vi")]
    assert places == sorted(places)
    assert text.count("noch nicht geprüft") == len(languages.codes()) - 1


@pytest.mark.parametrize("code", languages.codes())
def test_the_texts_of_a_language(client, address, row, code):
    text = client.get(address("language", code)).text
    link = Link.objects.get(channel=row.channel, language=code)
    language = languages.get(code)
    assert text.count(f"/l/{link.code}") >= 3
    assert f'lang="{language.tag}"' in text and f'dir="{language.direction}"' in text
    assert "https://wa.me/?text=" in text and "https://t.me/share/url" in text
    assert (language.text("notice.unreviewed") in text) == (code != "de")


def test_a_held_language_is_told_and_not_handed_out(client, address, row):
    hold("hold")
    assert "wartet auf Prüfung" in client.get(address("languages")).text
    text = client.get(address("language", "tr")).text
    assert "noch niemand geprüft" in text and "<textarea" not in text
    assert client.get(address("form", "tr", "Plakat-A4.pdf")).status_code == 404
    assert client.get(address("package_in", "tr")).status_code == 404
    archive = zipfile.ZipFile(io.BytesIO(client.get(address("package")).content))
    assert not [name for name in archive.namelist() if name.startswith("tr-")]
    note = archive.read("LIES-MICH.txt").decode("utf-8-sig")
    assert "noch niemand geprüft" not in note and "Türkisch, Arabisch" in note


def test_what_was_held_comes_with_the_review(client, address, row):
    hold("hold")
    for sentence in sentences.of("tr"):
        sentences.review("tr", sentence.key, by="Anna Nowak")
    publishing.languages.sentences_reviewed("tr", by="Anna Nowak")
    short = client.get(address("form", "tr", "Kurztext.txt")).content.decode("utf-8-sig")
    assert "Yeni iş" in short and languages.get("tr").text("notice.unreviewed") not in short
    assert KeptForm.objects.get().edition.number == 2


def test_german_with_an_honest_sentence_where_the_channel_wants_it(client, address):
    hold("german")
    page = client.get(address("language", "ar")).text
    assert "Neue Stelle (Stadt Neustadt)" in page
    assert languages.get("ar").text("sentence.only_german") in page


@pytest.mark.parametrize("name", ["../x", "Plakat-A5.pdf", "LIES-MICH.txt"])
def test_no_other_files(client, address, name):
    base = address("form", "tr", "Bild.png").removesuffix("Bild.png")
    assert client.get(base + name).status_code == 404


def test_staff_find_every_form_of_an_ad(reader: Client, row):
    posting = row.posting
    page = reader.get(reverse("channels:forms", args=[posting.pk])).text
    assert all(languages.get(code).german_name in page for code in languages.codes())
    assert "noch nicht geprüft, darum mit Kennzeichnung" in page
    made = reader.get(
        reverse("channels:forms_package", args=[posting.pk, "alle"]) + f"?kanal={row.channel_id}"
    )
    assert len(folders(made.content)) == len(languages.codes())
    assert Link.objects.filter(channel=row.channel).count() == len(languages.codes())
    sheet = reader.get(reverse("channels:form", args=[posting.pk, "fa", "Plakat-A3.pdf"]))
    assert sheet["Content-Type"] == "application/pdf" and sheet.content.startswith(b"%PDF")


def test_staff_see_what_the_channel_does(reader: Client, row):
    hold("hold")
    address = reverse("channels:forms", args=[row.posting.pk]) + f"?kanal={row.channel_id}"
    assert "erst, wenn jemand die Übersetzung geprüft hat" in reader.get(address).text
    wanted = reverse("channels:form", args=[row.posting.pk, "fa", "Text.txt"]) + f"?kanal={row.channel_id}"
    assert reader.get(wanted).status_code == 404


def test_nothing_of_a_draft(reader: Client, make_posting):
    draft = make_posting()
    assert reader.get(reverse("channels:forms", args=[draft.pk])).status_code == 404
