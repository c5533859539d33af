"""Official titles stand beside the German one, with their source, where a person or the name says which."""

from __future__ import annotations

import pytest
from django.urls import reverse

from channels import editions, esco, languages, links
from channels.esco.choosing import NONE
from channels.models import Channel, OccupationChoice
from channels.renditions.forms.files import LOOKS, sheet
from channels.renditions.forms.telling import telling
from channels.translating import desk
from channels.translating.segments import digest
from tests.channels.esco.conftest import URI

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("esco_files")]


def test_the_same_name_has_a_title_in_each_language(make_posting):
    version = make_posting(title="Gärtner*in (m/w/d)").current
    assert esco.title_in(version, "en") == "gardener"
    assert esco.title_in(version, "ar") == "بستاني"
    assert [esco.title_in(version, code) for code in ("de", "de-simple", "tr")] == ["", "", ""]


def test_another_name_has_none_until_a_person_chooses(make_posting, editor):
    posting = make_posting(title="Sachbearbeitung Wohngeld")
    assert esco.occupation(posting.current) is None
    assert esco.choose(posting, f"{URI}clerk", by=editor)
    assert esco.occupation(posting.current).by_person
    assert esco.title_in(posting.current, "en") == "administrative assistant"
    assert esco.choose(posting, "", by=editor) and esco.occupation(posting.current) is None
    assert not esco.choose(posting, f"{URI}unknown", by=editor)


def test_a_person_can_say_that_none_fits(make_posting, editor):
    posting = make_posting(title="Gärtner*in")
    assert esco.choose(posting, NONE, by=editor)
    assert esco.title_in(posting.current, "en") == ""


def test_a_choice_from_files_that_are_gone_shows_nothing(make_posting, editor):
    posting = make_posting(title="Gärtner*in")
    OccupationChoice.objects.create(posting=posting, uri=f"{URI}gone", by=editor)
    assert esco.occupation(posting.current) is None


def test_forms_and_page_show_title_and_source(publish, client):
    posting = publish(title="Gärtner*in")
    link = links.code_for(posting, Channel.objects.create(key="x", name="X", kind="package"))
    arabic = languages.get("ar")
    told = telling(posting.approved, link, arabic)
    text = LOOKS["Text.txt"](told).decode("utf-8-sig")
    assert "بستاني (ESCO)" in text and arabic.text("notice.esco") in text and "Gärtner*in" in text
    assert "بستاني (ESCO)" in LOOKS["Kurztext.txt"](told).decode("utf-8-sig")
    words = sheet(told)
    assert (words["title_translated"], words["source"]) == ("بستاني", arabic.text("notice.esco"))
    page = client.get(reverse("public:posting_language", args=[posting.slug, "ar"])).text
    assert "بستاني" in page and arabic.text("notice.esco") in page
    turkish = client.get(reverse("public:posting_language", args=[posting.slug, "tr"])).text
    assert "ESCO" not in turkish


def test_a_persons_translation_stands_above_the_list(make_posting):
    posting = make_posting(title="Gärtner*in")
    desk.save(posting, "en", digest("Gärtner*in"), "Gardener for the parks", by="Ada")
    words = editions.current(posting.current, "en")
    assert (words.title_translated, words.occupation) == ("Gardener for the parks", "")


def test_staff_chooses_on_a_page(client, person, make_posting):
    posting = make_posting(title="Sachbearbeitung Wohngeld")
    client.force_login(person("outreach"))
    address = reverse("channels:occupation", args=[posting.pk])
    page = client.get(address, {"beruf": "verwaltung"}).text
    assert "Kein Beruf der Liste heißt genau so" in page and "Verwaltungsfachangestellte" in page
    page = client.post(address, {"uri": f"{URI}clerk"}, follow=True).text
    assert "Gespeichert" in page and "administrative assistant" in page and "gewählt von" in page
    assert "aus der Liste" in client.post(address, {"uri": "http://elsewhere"}, follow=True).text
    assert address in client.get(reverse("channels:preview", args=[posting.pk])).text


def test_without_files_the_page_says_what_to_do(client, person, make_posting, settings, tmp_path):
    settings.DATA_DIR = tmp_path / "leer"
    client.force_login(person("outreach"))
    page = client.get(reverse("channels:occupation", args=[make_posting().pk])).text
    assert "Die Liste der Berufe fehlt noch" in page and "occupations_de.csv" in page
