"""Every form of two ads in every language: a simple one, and one with everything that goes wrong.

Looked at: no label is left in German, nothing unreviewed stands unmarked, messengers take the texts, PDFs
claim and keep PDF/UA-1 as far as a machine can tell (`pdf_ua`), can be searched and are read in order.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from channels import languages, links, publishing
from channels.languages import Language
from channels.models import Channel
from channels.renditions import poster
from channels.renditions.forms import LOOKS, Telling, telling
from channels.renditions.forms.files import sheet
from channels.renditions.forms.messenger import UNITS, units
from channels.renditions.forms.telling import plain
from channels.renditions.poster import sheet as typesetting
from tests.channels.renditions.pdf_ua import faults

pytestmark = [pytest.mark.long, pytest.mark.django_db, pytest.mark.timeout(600)]
CODES = languages.codes()
MARKS = dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x61C])
HARD = {
    "title": "Donaudampfschifffahrtsgesellschaftskapitänsanwärter*in \u202eim Prüfungsamt\u202c (m/w/d)",
    "text": "Wir suchen Verstärkung.\n\n## Ihre Aufgaben\n- Sie prüfen Arbeitsunfähigkeitsbescheinigungen.",
    # Facts that were not said: nothing may stand in their place.
    "pay_group": "", "pay_min": None, "pay_max": None, "hours": None, "part_time": False, "limited": None,
    "language_level": "", "place": "Bürgerdienstleistungszentrum \u2067Mitte\u2069", "reference": "",
    "contact": {"name": "Zoë Çelik-Nguyễn"},
}  # fmt: skip


@pytest.fixture(params=["simple", "hard"])
def posting(request, make_posting, approver, page_channel):
    made = make_posting() if request.param == "simple" else make_posting(**HARD)
    publishing.approve(made, by=approver)
    return made


@pytest.fixture
def told(posting) -> dict[str, Telling]:
    channel = Channel.objects.create(key="paket", name="Paket", kind="package")
    link = links.code_for(posting, channel)
    return {code: telling(posting.approved, link, languages.get(code)) for code in CODES}


def german_words(language: Language) -> list[str]:
    """German strings that would be a gap here: those the language says differently, in whole words."""
    german = languages.get("de").strings
    kept = "label.", "value.", "level.", "sentence.", "notice.", "action.", "text."
    found = []
    for key, text in german.items():
        if key.startswith(kept) and language.strings.get(key) != text:
            found += [part.strip(" .:") for part in re.split(r"\{\w+\}", text)]
    own = " ".join(language.strings.values())
    return [part for part in found if len(part) > 4 and part not in own]


def untranslated(text: str, language: Language) -> list[str]:
    if language.tag == "de":
        return []
    return [words for words in german_words(language) if re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


def of_pdf(tool: str, *options: str, pdf: bytes, folder: Path) -> str:
    """What poppler reads in it."""
    if not shutil.which(tool):
        pytest.skip(f"{tool} is not installed (poppler-utils)")
    path = folder / "sheet.pdf"
    path.write_bytes(pdf)
    found = subprocess.run([tool, *options, str(path), *(["-"] if tool == "pdftotext" else [])],
                           capture_output=True, check=True)  # fmt: skip
    return found.stdout.decode(errors="replace")


def bare(text: str) -> str:
    """Without marks nobody sees, and with presentation forms as the letters they are."""
    return unicodedata.normalize("NFKC", text).translate(MARKS)


def letters(text: str) -> list[str]:
    """Each word as its sorted letters: poppler turns letters inside an Arabic ligature around, and sets no
    blank where the script changes.
    """
    return [
        "".join(sorted(word)) for word in re.findall(r"[\u0620-\u06ff]+|[^\W_\u0620-\u06ff]+", bare(text))
    ]


def holds(whole: list[str], part: list[str]) -> bool:
    return any(whole[start : start + len(part)] == part for start in range(len(whole) - len(part) + 1))


def first_out_of_order(blocks: list[str], parts: list[str]) -> str:
    """The first part that is not found in the blocks behind those before it, by its letters; else empty."""
    rest = "".join(letter for block in blocks for letter in bare(block) if letter.isalnum())
    for part in parts:
        wanted = sorted(letter for letter in bare(part) if letter.isalnum())
        place = _where(rest, wanted)
        if place < 0:
            return part
        rest = rest[place + len(wanted) :]
    return ""


def _where(text: str, wanted: list[str]) -> int:
    size = len(wanted)
    return next((at for at in range(len(text) - size + 1) if sorted(text[at : at + size]) == wanted), -1)


def test_texts_are_whole_marked_and_within_limits(told):
    for code, one in told.items():
        language, made = languages.get(code), {name: make(one) for name, make in LOOKS.items()}
        assert set(made) == set(LOOKS)
        for name in ("Text.txt", "Kurztext.txt", "Zum-Vorlesen.txt"):
            text = made[name].decode("utf-8-sig")
            assert untranslated(text, language) == [], (code, name)
            assert one.link.removeprefix("https://") in text and "None" not in text and "{" not in text
            assert not set(map(ord, text)) & set(MARKS) - {0x200C, 0x200D}, (code, name)
            marked = plain(language.text("notice.unreviewed")) in text
            assert marked == (code != "de"), (code, name)
        assert units(made["Kurztext.txt"].decode("utf-8-sig")) <= UNITS
        assert made["Bild.png"].startswith(b"\x89PNG")


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_posters_are_tagged_searchable_and_read_in_order(told, tmp_path, paper):
    for code, one in told.items():
        words = sheet(one)
        pdf = poster.pdf(words, paper)
        assert faults(pdf) == [], code
        structure = of_pdf("pdfinfo", "-struct-text", pdf=pdf, folder=tmp_path)
        spoken = re.findall(r'^ *"(.*)"$', structure, re.MULTILINE)
        facts = [part for fact in words["facts"] for part in (fact["label"], fact["value"], fact["more"])]
        order = [words["city"], words["title"], *facts, *words["sentences"], words["scan"], words["link"]]
        # pdfinfo loses what bears a text of its own (/ActualText): joiners in Persian, hyphens where a line
        # may end. pdftotext has it.
        order += [words["contact"].partition("-")[0], words["notice"].partition("-")[0]]
        assert first_out_of_order(spoken, [part for part in order if part and "\u200c" not in part]) == "", (
            code
        )
        found = letters(of_pdf("pdftotext", "-layout", pdf=pdf, folder=tmp_path))
        for label in [fact["label"] for fact in words["facts"]] + [words["scan"]]:
            assert holds(found, letters(label)), (code, label)
        assert set(letters(words["contact"])) <= set(found), code


def test_nothing_unreviewed_is_unmarked_on_paper(told, tmp_path):
    for code, one in told.items():
        words = sheet(one)
        square = typesetting._compiled("square", words, format="pdf", pdf_standards=["ua-1"])
        for pdf in (poster.pdf(words), square):
            found = letters(of_pdf("pdftotext", "-layout", pdf=pdf, folder=tmp_path))
            notice = letters(poster.printed(languages.get(code).text("notice.unreviewed")))
            assert (len(set(notice) - set(found)) == 0) == (code != "de"), code
            text = of_pdf("pdftotext", pdf=pdf, folder=tmp_path)
            assert untranslated(bare(text), languages.get(code)) == [], code


def test_pages_are_whole_and_marked(posting):
    client = Client()
    for code in CODES:
        if code == "de":
            continue
        language = languages.get(code)
        page = client.get(reverse("public:posting_language", args=[posting.slug, code]))
        assert page.status_code == 200 and language.text("notice.unreviewed") in page.text
        assert f'lang="{language.tag}"' in page.text and f'dir="{language.direction}"' in page.text
        assert untranslated(own_words(page.text), language) == [], code
        listing = client.get(reverse("public:embed_language", args=[code]))
        assert listing.status_code == 200
        assert untranslated(own_words(listing.text), language) == [], code
        trust = client.get(reverse("authenticity:answer", args=[posting.links.first().code, code]))
        assert trust.status_code == 200 and untranslated(own_words(trust.text), language) == [], code


def own_words(html: str) -> str:
    """The page without what is said to be German."""
    from lxml import etree
    from lxml import html as reading

    root = reading.fromstring(html)
    for element in root.xpath(
        "//*[@lang='de' and not(self::html)] | //script | //style | //footer | //header"
    ):
        element.drop_tree()
    return " ".join(etree.tostring(root, method="text", encoding="unicode").split())


def test_what_was_not_said_is_not_invented(told, posting):
    if posting.approved.facts.get("pay_group"):
        return
    for code, one in told.items():
        assert [line["key"] for line in one.lines] == ["place", "deadline"], code
        assert "€" not in LOOKS["Text.txt"](one).decode("utf-8-sig"), code
