"""Posts say what applicants ask first, lead to the channel's own link, and call nobody."""

from __future__ import annotations

import datetime
import re

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from channels import languages, links
from channels.models import Channel, Link
from channels.renditions import post
from channels.renditions.fitting import Size
from postings.models import Event

SIZE = Size(500)


@pytest.fixture
def channel(db) -> Channel:
    return Channel.objects.create(
        key="chat", name="Chat", kind="telegram", options={"tags": "Jobs, #Neustadt"}
    )


@pytest.fixture
def version(make_posting):
    return make_posting(title="Sachbearbeitung Wohngeld (m/w/d)").current


@pytest.fixture
def event(editor) -> Event:
    start = timezone.make_aware(datetime.datetime(2099, 5, 4, 16, 0))
    return Event.objects.create(
        slug="offen", title="Offene Tür im Bauhof", description="…", starts_at=start,
        ends_at=start + datetime.timedelta(hours=2), place="Am Hof 3", languages="Deutsch, Türkçe",
        accessibility="Aufzug", created_by=editor,
    )  # fmt: skip


def test_a_new_ad(version, channel):
    made = post.ad_post(version, channel, SIZE)
    link = made["entry"]["link"]
    assert made["text"].splitlines() == [
        "Neue Stelle (Stadt Neustadt): Sachbearbeitung Wohngeld",
        "",
        "Bezahlung: 3.303,85 € bis 4.409,39 € im Monat (E\u00a09b)",
        "Arbeitszeit: 39 Stunden in der Woche, auch in Teilzeit",
        "Ort: Neustadt",
        "Deutsch: Niveau B2",
        made["text"].splitlines()[6],
        "",
        link,
        "",
        "#Jobs #Neustadt",
    ]
    assert made["text"].splitlines()[6].startswith("Bewerben bis: ")
    assert re.fullmatch(r"https://jobs\.neustadt\.example/l/\w{8}", link)
    assert made["text"] == f"{made['head']}\n\n{made['body']}"


def test_an_ad_that_is_over(version, channel):
    made = post.ad_over_post(version, channel, SIZE)
    assert made["head"] == "Nicht mehr frei: Sachbearbeitung Wohngeld"
    assert "€" not in made["text"] and "#" not in made["text"]


@pytest.mark.parametrize(
    ("action", "head", "line"),
    [
        ("publish", "Termin: Offene Tür im Bauhof", "Wann: 4. Mai 2099, 16:00 bis 18:00 Uhr"),
        ("change", "Termin geändert: Offene Tür im Bauhof", "Wo: Am Hof 3"),
        ("remind", "Nicht vergessen: Offene Tür im Bauhof", "Sprachen: Deutsch, Türkçe"),
        ("close", "Fällt aus: Offene Tür im Bauhof", "Grund: Sturm"),
    ],
)
def test_events(event, channel, action, head, line):
    event.cancel_reason = "Sturm"
    made = post.event_post(event, channel, action, SIZE)
    assert made["head"] == head and line in made["text"].splitlines()
    assert "/l/" in made["text"]


def test_nobody_is_called(make_posting, channel):
    version = make_posting(title="Leitung @everyone @room im Büro post@stadt.example").current
    made = post.ad_post(version, channel, SIZE)
    assert "@everyone" not in made["text"] and "@room" not in made["text"]
    assert "post@stadt.example" in made["text"]


ENTRIES = st.lists(
    st.fixed_dictionaries(
        {
            "title": st.text(max_size=200),
            "until": st.just(""),
            "link": st.just("https://a.example/l/abcdefgh"),
        }
    ),
    min_size=1,
    max_size=30,
)


@given(entries=ENTRIES, limit=st.integers(100, 4000))
def test_a_list_fits_and_leads_to_the_rest(entries, limit):
    made = post.list_post([{"entry": entry} for entry in entries], "https://a.example/stellen/", Size(limit))
    assert len(made["text"]) <= limit
    assert "https://a.example/stellen/" in made["text"].split()


def test_a_list_says_how_many_it_leaves_out():
    entries = [
        {
            "entry": {
                "title": f"Stelle {n}",
                "until": "bewerben bis 1. Mai 2099",
                "link": f"https://a.example/l/{n}",
            }
        }
        for n in range(9)
    ]
    made = post.list_post(entries, "https://a.example/stellen/", Size(300))
    shown = made["text"].count("/l/")
    assert made["head"] == "Gerade offen: 9 Stellen" and 0 < shown < 9
    assert f"Und {9 - shown} weitere:" in made["text"]


def test_a_list_of_ads_and_events():
    entries = [
        {"entry": {"kind": kind, "title": "X", "until": "", "link": "https://a.example/l/x"}}
        for kind in ("event", "")
    ]
    made = post.list_post(entries, "https://a.example/stellen/", Size(300))
    assert made["head"] == "Gerade offen: 1 Stelle und 1 Termin"


def test_other_languages_say_that_nobody_reviewed_them(version, channel):
    channel.options["language"] = "tr"
    made = post.ad_post(version, channel, SIZE)
    assert made["head"] == "Yeni iş (Stadt Neustadt): Sachbearbeitung Wohngeld" and made["language"] == "tr"
    assert "Ücret: ayda 3.303,85" in made["text"]
    link, notice = made["text"].splitlines()[-4:-2]
    assert link == links.address(Link.objects.get(language="tr")) and notice.startswith("(")
    assert link in post.ad_over_post(version, channel, SIZE)["text"]
    assert ".:" not in post.ad_over_post(version, channel, SIZE)["head"]
    assert post.ad_post(version, channel, Size(60))["text"].startswith("Neue Stelle")


@pytest.mark.parametrize("code", languages.codes())
def test_every_language_fits(version, channel, code):
    channel.options["language"] = code
    for limit in (140, 500):
        made = post.ad_post(version, channel, Size(limit))
        link = Link.objects.get(channel=channel, language=code)
        assert len(made["text"]) <= limit and links.address(link) in made["text"].split()
        assert len(post.ad_over_post(version, channel, Size(limit))["text"]) <= limit
