"""Reach beside the size of communities: shares with their source, small ones hidden, no rash verdicts."""

from __future__ import annotations

import pytest

from channels.models import Channel, Partner
from outreach import profile
from outreach.reach.reports.questions import communities
from tests.outreach.test_profile import PROFILES

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client, person):
    client.force_login(person("reporting"))
    return client


@pytest.fixture
def city(monkeypatch):
    """Turkish is spoken by 4 in 100, Polish by 2, Vietnamese by very few."""

    def make(**shares: float) -> None:
        given = [
            {"language": key, "share": share, "source": "Zählung", "on": "2025"}
            for key, share in shares.items()
        ]
        monkeypatch.setattr(communities, "city", lambda: {"reach": {"communities": given}})

    return make


@pytest.fixture
def figures(publish):
    keys = [_partner("Verein", 200), _partner("Kreis", 12)]
    opened = {"de": 900, "tr": 5, "pl": 20, "vi": 9}
    counts = {(language, keys[0]): count for language, count in opened.items()}
    publish("language-channel", ("language", "channel"), counts)
    publish("posting-channel", ("posting", "channel"), {("1", keys[0]): 40, ("1", keys[1]): 30})


def _partner(name: str, size: int) -> str:
    """A partner with one channel; returns the channel's key."""
    partner = Partner.objects.create(
        name=name, kind="association", email=f"{name}@x.example", audience_size=size, audience="Familien"
    )
    return str(Channel.objects.create(key=name, name=name, kind="email", partner=partner).pk)


def words(reply) -> str:
    return " ".join(reply.content.decode().split())


def test_shares_are_compared(reader, figures, city):
    city(tr=4.4, pl=2.0, vi=0.3)
    page = words(reader.get("/reichweite/fragen/gemeinschaften/"))
    assert (
        "Links auf Türkisch werden seltener geöffnet, als es dem Anteil an der Bevölkerung entspricht."
        in page
    )
    assert "gesichert weniger" in page
    assert "Unterschied nicht gesichert" in page
    assert "Quelle der Anteile: Zählung (2025)." in page


def test_small_communities_and_circles_are_hidden(reader, figures, city):
    city(tr=4.4, vi=0.3)
    report = communities.report()
    languages, partners = ({line.cells[0]: line.cells for line in sheet.lines} for sheet in report.sheets)
    assert languages["Vietnamesisch"][2:] == ("verborgen", "verborgen", "zu klein für einen Vergleich")
    assert partners["Kreis"][2:] == ("zu klein", "verborgen", "")
    assert partners["Verein"][4] == "20 bis 22"
    drawn = str(report.chart)
    assert "Vietnamesisch" not in drawn


def test_no_difference_is_said_to_be_none(reader, figures, city):
    city(pl=2.0)
    assert communities.report().sentences == (
        "Für keine Sprache ist ein Unterschied zum Anteil an der Bevölkerung gesichert.",
    )


def test_a_language_without_links_is_no_verdict(reader, figures, city):
    city(pl=2.0, fa=1.4)
    report = communities.report()
    assert report.sentences[-1] == "Keine Links gab es auf Persisch."
    assert report.sheets[0].lines[1].cells[2:] == ("–", "–", "keine Links in dieser Sprache")
    assert "Persisch" not in str(report.chart)


def test_more_than_expected(reader, figures, city):
    city(pl=0.6)
    assert communities.report().sentences[0].startswith("Links auf Polnisch werden öfter geöffnet")


def test_the_files_open(reader, figures, city):
    city(tr=4.4, vi=0.3)
    for kind in ("xlsx", "csv", "pdf"):
        assert reader.get(f"/reichweite/fragen/gemeinschaften/datei.{kind}").status_code == 200


def test_a_city_without_shares(reader, figures, city):
    city()
    assert "Noch nicht genug Daten" in words(reader.get("/reichweite/fragen/gemeinschaften/"))


WRONG = [
    'language = "tr"',
    'language = "tr"\nshare = 101\nsource = "x"\non = "2025"',
    'language = 3\nshare = 1\nsource = "x"\non = "x"',
]


@pytest.mark.parametrize("entry", WRONG, ids=["incomplete", "share", "language"])
def test_wrong_shares_are_told_at_the_start(tmp_path, entry):
    path = tmp_path / "stadt.toml"
    path.write_text(f"{PROFILES[-1].read_text('utf-8')}\n[[reach.communities]]\n{entry}\n", "utf-8")
    with pytest.raises(profile.ProfileError, match=r"Gemeinschaft \(reach.communities\)"):
        profile.load(str(path))


@pytest.mark.parametrize(
    ("percent", "down", "up"),
    [
        (12.39, 12.3, 12.4),
        (12.3, 12.3, 12.3),
        (100 * 0.29, 29.0, 29.0),
        (0.04, 0.0, 0.1),
        (100.0, 100.0, 100.0),
    ],
)
def test_a_range_of_shares_is_rounded_outwards(percent, down, up):
    """Cut off at both ends, "12,0 bis 12,3 %" would leave out what is above 12.3."""
    assert (communities._down(percent), communities._up(percent)) == (down, up)


def test_what_is_shown_holds_what_is_known(figures):
    table = communities.together(communities.history("language-channel", newest=4))
    for one in communities._compared(table, communities.communities()):
        low, high = communities.with_chance(one.span)
        whole = communities.total(entry.span for entry in communities.reading.entries(table, "language"))
        assert one.low <= 100 * low / whole.upper and one.high >= min(100.0, 100 * high / whole.lower)
        assert f"{one.low:.1f}".replace(".", ",") in communities._range(one) or one.small or not one.linked
