"""Every form of an ad in every language: within limits, the same facts, marked as not reviewed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels import languages
from channels.renditions import factsheet, forms
from channels.renditions.forms import messenger, sheet_text, spoken
from tests.channels.conftest import CITY, FACTS

LINK = "https://jobs.neustadt.example/l/bcdfghjk"
ALL = {**FACTS, "deadline": "2027-01-31", "start": "nächstmöglichen Zeitpunkt"}


def told(code: str, title: str = "Sachbearbeitung Wohngeld", **facts) -> forms.Telling:
    language = languages.get(code)
    known = {**ALL, **facts}
    return forms.Telling(
        language=language,
        title=title,
        lines=factsheet.lines(known, language, "Neustadt"),
        present=["foreign_qualifications"],
        facts=known,
        link=LINK,
        scanned=LINK.replace("/l/", "/q/"),
        city="Stadt Neustadt",
        notice="" if code == "de" else language.text("notice.unreviewed"),
    )


TEXTS = {"messenger": messenger.text, "spoken": spoken.text, "sheet": sheet_text.text}


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("code", languages.codes())
def test_facts_and_link_in_every_language(code, form):
    text = TEXTS[form](told(code))
    assert "bcdfghjk" in text
    assert "Sachbearbeitung Wohngeld" in text
    assert "B2" in text
    assert {"330385", "440939"} <= {
        re.sub(r"\D", "", found) for found in re.findall(r"[\d.,\u00a0]+\d\d", text)
    }


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("code", languages.codes())
def test_unreviewed_words_say_so(code, form):
    text = TEXTS[form](told(code))
    assert (languages.get(code).text("notice.unreviewed") in text) == (code != "de")


def test_a_text_to_read_aloud():
    assert spoken.text(told("de")).splitlines() == [
        "Die Stadt Neustadt sucht Verstärkung: Sachbearbeitung Wohngeld.",
        "Der Verdienst: 3.303,85\u00a0€ bis 4.409,39\u00a0€ im Monat.",
        "Deutsch brauchen Sie auf dem Niveau B2.",
        "Bewerben können Sie sich bis zum 31. Januar 2027.",
        "Eine Bewerbung kostet nichts. Die Stadt verlangt nie Geld dafür.",
        "Mehr erfahren Sie im Internet unter jobs.neustadt.example/l/bcdfghjk.",
    ]


def test_a_messenger_text():
    assert messenger.text(told("tr")).startswith("Yeni iş (Stadt Neustadt): Sachbearbeitung Wohngeld\n")


@pytest.mark.parametrize("code", languages.codes())
def test_no_marks_that_chats_would_show(code):
    assert not {"\u2068", "\u2069"} & set("".join(make(told(code)) for make in TEXTS.values()))


def test_what_the_ad_does_not_say_is_not_said():
    text = spoken.text(told("en", pay_min=None, pay_max=None, pay_group=None, language_level=None))
    assert "pay" not in text.lower()
    assert "level" not in text


#: A caption under a picture in Telegram is the smallest of WhatsApp's and Telegram's limits.
LONG_TITLES = {
    "words": "Sachbearbeitung für Angelegenheiten der Unterbringung und Integration " * 20,
    "compound": "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 20,
    "longest allowed": ("Fachkraft " * 20)[:200],
}


@pytest.mark.parametrize("kind", LONG_TITLES)
@pytest.mark.parametrize("code", languages.codes())
def test_every_language_keeps_the_limit_whole_facts_or_none(code, kind):
    text = messenger.text(told(code, title=LONG_TITLES[kind]))
    assert messenger.units(text) <= messenger.UNITS == 1024
    assert LINK in text
    whole = {messenger.plain(f"{line['label']}: {line['value']}") for line in told(code).lines}
    labels = tuple(f"{line['label']}: " for line in told(code).lines)
    assert all(line in whole for line in text.splitlines() if line.startswith(labels))


@pytest.mark.parametrize("code", languages.codes())
def test_an_allowed_title_leaves_nothing_out(code):
    text = messenger.text(told(code, title=LONG_TITLES["longest allowed"]))
    assert "…" not in text
    told_keys = [line for line in told(code).lines if line["key"] in messenger.KEYS]
    assert all(messenger.plain(f"{line['label']}: {line['value']}") in text for line in told_keys)


@pytest.mark.parametrize("code", ["de", "vi", "ar"])
@settings(max_examples=30, deadline=None)
@given(title=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=3000))
def test_messenger_texts_keep_within_the_limit(code, title):
    text = messenger.text(told(code, title=title))
    assert messenger.units(text) <= messenger.UNITS
    assert LINK in text


def test_the_files_of_a_package(city):
    made = forms.files(told("uk"))
    assert set(made) == set(forms.LOOKS)
    assert made["Plakat-A3.pdf"].startswith(b"%PDF")
    assert made["Text.txt"].startswith(b"\xef\xbb\xbf")
    assert CITY["town"] in made["Text.txt"].decode()
