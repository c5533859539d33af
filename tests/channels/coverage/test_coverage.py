"""The map says what deliveries say: who got what, who got nothing, who would close the gap."""

from __future__ import annotations

import csv
import datetime
import io

import pytest
from django.utils import timezone

from channels.coverage import Quarter, coverage, of_ad, of_quarter, pay_bands
from channels.coverage.spreadsheet import as_csv
from channels.models import Channel, Delivery, HandOff, Partner
from outreach.profile import city
from postings.models import Posting, PostingVersion

pytestmark = pytest.mark.django_db
State = Delivery.State


def make(name: str, *, channel: bool = True, **changes) -> Partner:
    partner = Partner.objects.create(
        **{"name": name, "kind": "association", "email": "a@b.example", "status": "active", **changes}
    )
    if channel:
        Channel.objects.create(key=f"key-{partner.pk}", name=f"Mail an {name}", kind="email", partner=partner)
    return partner


def arrived(**which) -> None:
    Delivery.objects.filter(**which).update(state=State.SENT, sent_at=timezone.now())


def now_map(posting: Posting | None = None):
    arrivals = of_ad(posting) if posting else of_quarter(Quarter.holding(timezone.localdate()))
    return arrivals, coverage(arrivals, timezone.localdate())


def place(found, name: str):
    return next(one for one in [*found.languages, *found.communities, *found.districts] if one.name == name)


def test_what_arrived_and_what_is_under_way(publish):
    make("Türkischer Verein", languages=["tr"], districts=["Mitte"])
    make("Arabische Schule", languages=["ar"], districts=["Bult"], kind="language_school")
    posting = publish()
    arrived(channel__name="Mail an Türkischer Verein")
    _arrivals, found = now_map(posting)
    assert (place(found, "Türkisch").status, place(found, "Arabisch").status) == ("all", "none")
    assert place(found, "Arabisch").later == 1
    assert place(found, "Mitte").status == "all"
    assert place(found, "Sprachschule").status == "none"
    assert place(found, "Vietnamesisch").partners == []
    assert len(found.districts) == len(city()["districts"])


def test_what_failed_did_not_arrive(publish):
    make("Verein", languages=["tr"])
    posting = publish()
    for state in (State.FAILED, State.UNCONFIRMED, State.CANCELLED):
        Delivery.objects.update(state=state)
        _arrivals, found = now_map(posting)
        assert (place(found, "Türkisch").status, place(found, "Türkisch").later) == ("none", 0)


def test_a_quarter_counts_its_ads_once_per_language(publish):
    make("Eins", languages=["tr"])
    make("Zwei", languages=["tr"])
    first, second = publish(title="Erste"), publish(title="Zweite")
    arrived(version=first.approved)
    arrived(version=second.approved, channel__name="Mail an Zwei")
    old = publish(title="Voriges Jahr")
    Posting.objects.filter(pk=old.pk).update(published_at=timezone.now() - datetime.timedelta(days=300))
    _arrivals, found = now_map()
    turkish = place(found, "Türkisch")
    assert (found.total, turkish.count, turkish.status) == (2, 2, "all")
    arrived(version=second.approved)
    assert place(now_map()[1], "Türkisch").count == 2


def test_a_language_only_a_channel_of_the_city_speaks(publish):
    Channel.objects.create(key="en", name="Jobs in English", kind="atom", language="en", public=True)
    _arrivals, found = now_map(publish())
    assert place(found, "Englisch").own_channel
    assert place(found, "Englisch").status == "all"


def test_what_partners_passed_on(publish):
    partner = make("Verein", languages=["tr"])
    posting = publish()
    arrived()
    delivery = Delivery.objects.get(channel__partner=partner)
    for how in ("forwarded", "put_up"):
        HandOff.objects.create(delivery=delivery, how=how, way="page")
    assert len(place(now_map(posting)[1], "Türkisch").passed_on) == 1


def test_who_would_close_a_gap_and_how(publish, days):
    make("Eingeladen", languages=["tr"], status="invited")
    make("Weg", languages=["tr", "ar"], districts=["Mitte"], status="stopped")
    make("Ohne Kanal", languages=["uk"], channel=False)
    make("Pause", languages=["pl"], paused_until=days(3))
    make("Nichts", languages=["ru"], wants_ads=False)
    make("Anderes", languages=["fa"], families=["care"])
    make("Alles gut", languages=["es"])
    publish()
    arrived(channel__partner__paused_until=None)
    _arrivals, found = now_map()
    told = {closer.partner.name: (closer.why, closer.step) for closer in found.closers}
    assert set(told) == {"Eingeladen", "Weg", "Ohne Kanal", "Pause", "Nichts", "Anderes"}
    assert told["Eingeladen"] == ("eingeladen, hat noch nicht zugesagt", "Einladung ansehen")
    assert told["Ohne Kanal"] == ("hat noch keinen Kanal", "Kanal anlegen")
    assert "macht Pause bis" in told["Pause"][0]
    assert found.closers[0].partner.name == "Weg", "who closes most comes first"
    assert found.closers[0].gaps == ["Türkisch", "Arabisch", "Mitte"]
    assert "Vietnamesisch" in found.open_gaps
    assert "Türkisch" not in found.open_gaps


def test_nobody_closes_what_is_no_gap(publish):
    make("Da", languages=["tr"])
    make("Weg", languages=["tr"], status="stopped", kind="association")
    publish()
    arrived()
    assert now_map()[1].closers == []


def test_pay_bands_and_their_sentence(publish):
    make("Verein", languages=["tr"])
    make("Deutscher Verein", languages=["de"])
    low, high = publish(title="Niedrig", pay_group="E 3"), publish(title="Hoch", pay_group="E 14")
    arrived()
    report = pay_bands.report(*now_map())
    assert report.bands == ["bis E 4", "ab E 13, ab A 13"]
    assert "1 von 1 Stellen bis E 9a und 1 von 1 Stellen ab E 9b" in report.sentence
    assert "etwa gleich oft" in report.sentence
    Delivery.objects.filter(version=high.approved, channel__partner__name="Verein").update(state=State.FAILED)
    report = pay_bands.report(*now_map())
    assert "seltener" in report.sentence
    turkish = next(line for line in report.lines if line.name == "Türkisch")
    assert turkish.cells == [(1, 1), (0, 1)]
    assert low.approved


def test_one_band_alone_allows_no_comparison(publish):
    make("Verein", languages=["tr"])
    publish(pay_group="E 3")
    assert "braucht es" in pay_bands.report(*now_map()).sentence


@pytest.mark.parametrize("name", ['=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", "\tx", " =1", "|x", "%x"])
def test_no_name_becomes_a_formula(name):
    (row,) = list(csv.reader(io.StringIO(as_csv([[name, 3]]).lstrip("\ufeff")), delimiter=";"))
    assert row == [f"'{name}", "3"]


@pytest.mark.parametrize("name", ["Verein; mit Strichpunkt", 'mit "Zeichen"', "mit\nZeile", "Brücke"])
def test_every_other_name_stays_as_it_is(name):
    (row,) = list(csv.reader(io.StringIO(as_csv([[name]]).lstrip("\ufeff")), delimiter=";"))
    assert row == [name]


@pytest.fixture
def big(editor) -> None:
    """Fifty partners and two hundred ads, most of which came to most of them."""
    today = timezone.now()
    partners = Partner.objects.bulk_create(
        Partner(
            name=f"P{n}",
            kind=Partner.Kind.values[n % 7],
            email="a@b.example",
            status="active",
            languages=[["tr", "ar", "uk", "pl"][n % 4]],
            districts=[city()["districts"][n % 20]],
        )
        for n in range(50)
    )
    channels = Channel.objects.bulk_create(
        Channel(key=f"k{n}", name=f"K{n}", kind="email", partner=partner)
        for n, partner in enumerate(partners)
    )
    postings = Posting.objects.bulk_create(
        Posting(slug=f"s{n}", title=f"S{n}", state="published", created_by=editor, published_at=today)
        for n in range(200)
    )
    versions = PostingVersion.objects.bulk_create(
        PostingVersion(posting=posting, number=1, title=posting.title, text="", author=editor,
                       facts={"pay_group": f"E {1 + n % 15}"})
        for n, posting in enumerate(postings)
    )  # fmt: skip
    for posting, version in zip(postings, versions, strict=True):
        posting.current = posting.approved = version
    Posting.objects.bulk_update(postings, ["current", "approved"])
    Delivery.objects.bulk_create(
        Delivery(key=f"ad:{version.pk}:publish", version=version, channel=channel, action="publish",
                 state=State.SENT if (v + c) % 5 else State.WAITING)
        for v, version in enumerate(versions)
        for c, channel in enumerate(channels)
    )  # fmt: skip


def test_the_map_of_a_big_quarter_costs_five_queries(big, django_assert_num_queries):
    with django_assert_num_queries(5):
        arrivals, found = now_map()
        pay_bands.report(arrivals, found)
    assert found.total == 200
    assert place(found, "Türkisch").count == 200


def test_the_page_of_a_big_quarter_stays_cheap(big, client, person, django_assert_max_num_queries):
    client.force_login(person("reporting"))
    with django_assert_max_num_queries(12):
        assert client.get("/kanaele/abdeckung/").status_code == 200
