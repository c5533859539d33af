"""Each receiver's rules find what they are for, and are silent on an ad without faults."""

from __future__ import annotations

import dataclasses
import datetime

import pytest
from django.utils import timezone

from channels import linting
from channels.adapters import registry
from channels.models import Channel
from channels.received.sample import Sample, of_event, of_version
from tests.channels.received.conftest import event, every_channel

__all__ = ["event", "every_channel"]
pytestmark = pytest.mark.django_db
LONG = "Die Stadt sucht Verstärkung. " * 8
GOOD = f"""{LONG}

## Ihre Aufgaben
- Sie beraten Menschen zum Wohngeld."""


@pytest.fixture
def found(every_channel, make_posting):
    """found("google", title=…) -> the findings of that receiver on such an ad, as (severity, sentence)."""

    def of(receiver: str, text: str = GOOD, **ad) -> list[tuple[str, str]]:
        module = linting.receivers()[receiver]
        version = make_posting(text=text, **ad).current
        sample = of_version(version, every_channel[module.KINDS[0]])
        return [(one.severity, one.sentence) for one in module.lint(sample)]

    return of


def said(findings: list[tuple[str, str]], severity: str, words: str) -> bool:
    return any(grade == severity and words in sentence for grade, sentence in findings)


def altered(sample: Sample, **changes) -> Sample:
    return dataclasses.replace(sample, rendition={**sample.rendition, **changes})


def with_file(sample: Sample, old: bytes, new: bytes) -> Sample:
    """The sample with other bytes in its feed."""
    assert old in sample.file
    changed = dataclasses.replace(sample)
    changed.__dict__["file"] = sample.file.replace(old, new)
    return changed


def test_every_receiver_names_its_source_and_its_media():
    kinds = {kind for kind, _name in registry.offered()}
    for name, module in linting.receivers().items():
        if name == "posts":
            continue
        assert module.SOURCE and module.URL.startswith("https://") and set(module.KINDS) <= kinds, name


def test_every_medium_people_can_choose_has_rules():
    spoken = {kind for module in linting.receivers().values() for kind in module.KINDS}
    assert spoken == {kind for kind, _name in registry.offered()}


SILENT = [
    "google", "indeed", "personio", "atom", "rss", "json_feed", "mastodon", "telegram", "matrix", "services",
    "mail", "messenger", "webhook",
]  # fmt: skip


@pytest.mark.parametrize("receiver", SILENT)
def test_an_ad_without_faults_is_left_alone(found, receiver):
    # The city of these tests bears the name of a place; the title does not name it.
    assert [one for one in found(receiver) if one[0] != "hint"] == []


TITLES = [
    ("Sachbearbeitung, 3.500 € im Monat", "ein Gehalt oder eine Entgeltgruppe", "3.500 €"),
    ("Sachbearbeitung E 9b", "ein Gehalt oder eine Entgeltgruppe", "E 9b"),
    ("Sachbearbeitung EG 9", "ein Gehalt oder eine Entgeltgruppe", "EG 9"),
    ("Amtfrau A 11", "ein Gehalt oder eine Entgeltgruppe", "A 11"),
    ("Sachbearbeitung nach TVöD", "ein Gehalt oder eine Entgeltgruppe", "TVöD"),
    ("Ausbildung ab 1. August 2027", "ein Datum", "1. August 2027"),
    ("Sachbearbeitung bis 31.12.2027", "ein Datum", "31.12.2027"),
    ("Duales Studium 2027", "ein Datum", "2027"),
    ("Sachbearbeitung Kennziffer 50-2027-03", "eine Kennziffer", "50-2027-03"),
    ("Sachbearbeitung Job-ID: A77", "eine Kennziffer", "Job-ID: A77"),
    ("Sachbearbeitung!", "Schmuck oder Großschrift", "!"),
    ("*** Sachbearbeitung ***", "Schmuck oder Großschrift", "***"),
    ("SACHBEARBEITUNG Wohngeld", "Schmuck oder Großschrift", "SACHBEARBEITUNG"),
    ("Dringend: Sachbearbeitung", "Werbung", "Dringend"),
    ("Sachbearbeitung gesucht", "Werbung", "gesucht"),
    ("Sachbearbeitung bei der Stadt Neustadt", "der Name der Arbeitgeberin oder ein Ort", "Stadt Neustadt"),
]


@pytest.mark.parametrize(("title", "what", "quote"), TITLES, ids=[title for title, *_rest in TITLES])
@pytest.mark.parametrize("receiver", ["google", "indeed"])
def test_a_title_names_the_job_and_nothing_else(found, receiver, title, what, quote):
    findings = found(receiver, title=title)
    assert any(f"Im Titel steht {what}: „{quote}“." in sentence for _grade, sentence in findings)


CLEAN = [
    "Gärtner*in", "Fachkraft (m/w/d) Wohngeld", "Sachbearbeitung Kfz-Zulassung I/II", "Ingenieur*in Tiefbau",
    "Erzieher*in S-Bahn-Kita", "Pflegefachkraft in der Nachtwache", "Referent*in EU-Fördermittel",
    "Leitung Team 3", "Topografische Vermessung", "IT-Administrator*in (Linux)",
]  # fmt: skip


@pytest.mark.parametrize("title", CLEAN)
def test_names_of_jobs_are_no_additions(found, title):
    assert [one for one in found("google", title=title) if "Im Titel" in one[1]] == []


def test_only_indeed_minds_working_time_in_the_title(found):
    assert said(found("indeed", title="Sachbearbeitung in Teilzeit"), "should", "die Arbeitszeit")
    assert not said(found("google", title="Sachbearbeitung in Teilzeit"), "should", "die Arbeitszeit")


def test_google_asks_for_pay_kind_and_end(found, days):
    bare = {"pay_min": None, "pay_max": None, "part_time": False, "deadline": None}
    findings = found("google", **bare)
    assert said(findings, "hint", "das Gehalt in Euro") and said(findings, "hint", "Vollzeit oder Teilzeit")
    assert said(found("google", text="Kurz."), "should", "sehr kurz")


def test_google_shows_nothing_that_is_over(found, every_channel, make_posting):
    sample = of_version(make_posting().current, every_channel["job_page"])
    data = sample.rendition["jsonld"]
    google = linting.receivers()["google"]
    over = altered(sample, jsonld={**data, "validThrough": "2020-01-01T23:59:59+01:00"})
    assert [one.severity for one in google.lint(over) if "vorbei" in one.sentence] == ["must"]
    without = {key: value for key, value in data.items() if key not in {"title", "validThrough"}}
    told = list(google.lint(altered(sample, jsonld=without)))
    assert any(one.severity == "must" and "Es fehlt title" in one.sentence for one in told)
    assert any(one.severity == "should" and "Bewerbungsschluss" in one.sentence for one in told)
    same = altered(sample, jsonld={**data, "description": f"<p>{data['title']}</p>"})
    assert any(one.severity == "must" and "derselbe" in one.sentence for one in google.lint(same))


BROKEN = [
    ("indeed", b"<company><![CDATA[Stadt Neustadt]]></company>", b"", "Es fehlt company"),
    ("indeed", b"<requisitionid><![CDATA[50-2027-03]]></requisitionid>", b"", "Es fehlt requisitionid"),
    ("personio", b"<employmentType>perm", b"<employmentType>x", "Art der"),
    ("personio", b"<office>Neustadt</office>", b"<office/>", "Es fehlt office"),
    ("atom", b"<name>Stadt Neustadt</name>", b"", "Es fehlt author"),
    ("atom", b'rel="self"', b'rel="other"', "Es fehlt link rel=self"),
    ("rss", b"<item>", b"<item><pubDate>gestern</pubDate>", "Datum"),
    ("rss", b"/l/", b"/l/x.pdf?", "Der Link"),
    ("json_feed", b'"id": "tag:', b'"idx": "tag:', "Es fehlt id"),
    ("json_feed", b"version/1.1", b"version/1", "Fassung"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("receiver", "old", "new", "words"), BROKEN, ids=[f"{a}-{d}" for a, _b, _c, d in BROKEN]
)
def test_what_a_format_requires(every_channel, make_posting, receiver, old, new, words):
    module = linting.receivers()[receiver]
    sample = of_version(make_posting(text=GOOD).current, every_channel[module.KINDS[0]])
    told = list(module.lint(with_file(sample, old, new)))
    assert any(one.severity == "must" and words in one.sentence for one in told), told


def test_long_titles_are_told_by_feeds(found):
    assert said(found("atom", title="Sachbearbeitung " * 11), "hint", "Zeichen")


def test_what_has_no_room_in_a_post_is_named(every_channel, make_posting, found):
    every_channel["mastodon"].options["limit"] = 200
    every_channel["mastodon"].save()
    findings = found("mastodon", title="Sachbearbeitung in der Abteilung für Wohngeld und Wohnungswesen")
    assert said(findings, "should", "kein Platz") and said(findings, "should", "Ort")


def test_a_post_that_is_too_long_would_be_refused(every_channel, make_posting):
    sample = of_version(make_posting().current, every_channel["telegram"])
    longer = altered(sample, text="ä" * 4097)
    (first, *_rest) = linting.lint(longer)
    assert first.severity == "must" and "4097 von 4096" in first.sentence


def test_many_tags_and_calls_are_told(every_channel, make_posting):
    every_channel["mastodon"].options["tags"] = "Eins Zwei Drei Vier"
    sample = of_version(make_posting(title="Dienst @alle").current, every_channel["mastodon"])
    told = [one.sentence for one in linting.lint(sample)]
    assert any("4 Schlagwörter" in one for one in told) and any("„@“" in one for one in told)


def test_subjects_are_short_and_quiet(found):
    long = found("mail", title="Sachbearbeitung in der Abteilung für Wohngeld und Wohnungswesen im Rathaus")
    assert said(long, "hint", "Der Betreff hat")
    assert said(found("mail", title="GROSSE CHANCE Wohngeld"), "should", "Großbuchstaben")
    assert said(found("mail", title="Wohngeld!!!"), "should", "laute Zeichen")


def test_the_agency_says_what_is_missing_and_what_is_cut(found, settings, city):
    findings = found(
        "agency", title="Sachbearbeitung in der Abteilung für Wohngeld und Wohnungswesen im Rathaus"
    )
    assert said(findings, "must", "Berufsverzeichnis") and said(findings, "should", "zeigt als Titel nur")
    longer = city.with_name("lang.toml")
    name = '"Große Kreisstadt Neustadt an der langen Aue"'
    longer.write_text(city.read_text(encoding="utf-8").replace('"Stadt Neustadt"', name), encoding="utf-8")
    settings.CITY_PROFILE = str(longer)
    assert said(found("agency"), "hint", "Namen")


def test_a_webhook_is_small_and_complete(every_channel, make_posting):
    long = of_version(make_posting(text="Wort " * 9000).current, every_channel["webhook"])
    assert [one.severity for one in linting.lint(long)] == ["should"]
    big = altered(long, message={"type": "x", "timestamp": "heute", "data": {"text": "ä" * 12_000}})
    assert [one.severity for one in linting.lint(big)] == ["must", "must"]


def test_a_calendar_needs_an_end_and_integreat_the_link_in_the_text(every_channel, event):
    sample = of_event(event, every_channel["calendar"])
    assert linting.lint(sample) == []
    end = next(line for line in sample.file.split(b"\r\n") if line.startswith(b"DTEND"))
    without = with_file(sample, end + b"\r\n", b"DURATION:PT4H\r\n")
    assert any(one.severity == "must" and "DTEND" in one.sentence for one in linting.lint(without))
    event.description = "x"
    elsewhere = with_file(sample, b"DESCRIPTION:", b"X-DESCRIPTION:")
    assert any("Link" in one.sentence and one.severity == "should" for one in linting.lint(elsewhere))
    daily = with_file(sample, b"STATUS:", b"RRULE:FREQ=DAILY\r\nSTATUS:")
    assert any("Wiederholung" in one.sentence for one in linting.lint(daily))


def test_integreats_rules_are_for_its_own_calendars(every_channel, event):
    channel = every_channel["calendar"]
    channel.language, channel.options = "en", {}
    assert linting.lint(of_event(event, channel)) == []
    channel.options = {"integreat": True}
    assert [one.severity for one in linting.lint(of_event(event, channel))] == ["hint"]


def test_an_event_that_ends_before_it_begins(every_channel, event):
    event.ends_at = event.starts_at - datetime.timedelta(hours=1)
    told = linting.lint(of_event(event, every_channel["calendar"]))
    assert any(one.severity == "must" and "Das Ende" in one.sentence for one in told)


def test_a_medium_without_rules_says_its_own_notes(monkeypatch, make_posting):
    class Own:
        NAME = "Eigenes"
        render = staticmethod(lambda version, channel: {})
        check_item = staticmethod(lambda version, channel: ["Das wird gekürzt."])

    known = {**registry.all(), "own": Own}
    monkeypatch.setattr(registry, "all", lambda: known)
    channel = Channel.objects.create(key="e", name="Eigenes", kind="own")
    (finding,) = linting.lint(of_version(make_posting().current, channel))
    assert finding.sentence == "Das wird gekürzt." and finding.severity == "should"


def test_the_gravest_stands_first(every_channel, make_posting):
    version = make_posting(
        title="Sachbearbeitung in der Abteilung für Wohngeld und Wohnungswesen im Haus"
    ).current
    told = [one.severity for one in linting.lint(of_version(version, every_channel["ba"]))]
    assert told == sorted(told, key=["must", "should", "hint"].index) and told[0] == "must"


def test_moments_are_read_strictly():
    from channels.linting.reading import is_moment, is_page

    assert (
        is_moment(timezone.now().isoformat())
        and not is_moment("2027-01-01")
        and not is_moment("2027-13-40T1")
    )
    assert is_page("https://a.example/x") and not is_page("https://a.example/x.pdf") and not is_page("/x")
