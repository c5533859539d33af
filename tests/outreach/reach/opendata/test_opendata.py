"""Open data: only what was released, under addresses that never change, described as DCAT-AP.de 2.0."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import DCAT, DCTERMS, RDF, Graph, URIRef

from channels.models import Channel
from outreach import profile
from outreach.reach.opendata import catalogue, configuration, versions
from tests.outreach.reach.documents.conftest import *  # noqa: F403  (the same released quarter)
from tests.outreach.reach.documents.publishing import publish, shown

pytestmark = [
    pytest.mark.django_db,
    # inside of rdflib and pyshacl themselves
    pytest.mark.filterwarnings("ignore:.*is deprecated, use Dataset:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:Dataset.identifier is deprecated:DeprecationWarning"),
]
ROOT = Path(__file__).parents[4]
SHAPES = Path(__file__).with_name("shapes.ttl")
PATH = "/offene-daten/"
CONTRIBUTOR = "http://dcat-ap.de/def/contributors/musterportal"


@pytest.fixture(autouse=True)
def nothing_kept():
    """Releases made by hand have no digest of their content."""
    for kept in (versions.content, catalogue._text):
        kept.cache_clear()
    yield
    for kept in (versions.content, catalogue._text):
        kept.cache_clear()


@pytest.fixture
def city(settings, tmp_path):
    """Run with a changed `[open_data]`."""

    def change(**given: str) -> None:
        text = (ROOT / "outreach/profiles/hannover.toml").read_text("utf-8")
        for key, value in given.items():
            start = text.index(f"\n{key} = ", text.index("[open_data]"))
            text = f"{text[:start]}\n{key} = {value}{text[text.index(chr(10), start + 1) :]}"
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.toml"
        path.write_text(text, "utf-8")
        settings.CITY_PROFILE = str(path)

    return change


def checked(graph: Graph) -> tuple[bool, str]:
    conforms, _graph, text = validate(graph, shacl_graph=str(SHAPES), advanced=True)
    return conforms, text


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode())))


def file_of(client, table: str = "family-channel", form: str = "csv"):
    (version, *_older) = versions.versions()[table]
    return client.get(f"{PATH}{table}/{version.name}.{form}")


class TestCatalogue:
    def test_it_conforms(self, released, city):
        city(contributor_id=f'"{CONTRIBUTOR}"')
        conforms, text = checked(catalogue.catalogue())
        assert conforms, text

    def test_first_openings_say_which_kind_of_figure_they_are(self, released, channels):
        graph = catalogue.catalogue()
        assert "other-30" not in graph.serialize(format="turtle")
        cells = {("first-30", channels[0]): shown(40), ("other-30", channels[0]): None}
        publish("device-channel", ("device", "channel"), cells)
        (dataset,) = [
            found
            for found in catalogue.catalogue().subjects(RDF.type, DCAT.Dataset)
            if str(found).endswith("#device-channel")
        ]
        (told,) = catalogue.catalogue().objects(dataset, DCTERMS.description)
        assert "in einem Serverprozess" in told and "nie eine Zahl von Menschen" in told

    def test_without_a_contributor_only_that_is_missing(self, released):
        conforms, text = checked(catalogue.catalogue())
        assert not conforms
        assert text.count("Constraint Violation") == text.count("Message: K12&13") == 5

    @pytest.mark.parametrize(
        "wrong", [DCTERMS.title, DCTERMS.publisher, DCAT.contactPoint, DCAT.theme, DCAT.distribution]
    )
    def test_the_shapes_notice_what_is_missing(self, released, city, wrong):
        city(contributor_id=f'"{CONTRIBUTOR}"')
        graph = catalogue.catalogue()
        dataset = next(graph.subjects(RDF.type, DCAT.Dataset))
        graph.remove((dataset, wrong, None))
        assert not checked(graph)[0]

    @pytest.mark.parametrize("form", catalogue.SERIALISATIONS)
    def test_all_forms_say_the_same(self, client, released, form):
        response = client.get(f"{PATH}catalog.{form}")
        name, kind = catalogue.SERIALISATIONS[form]
        assert response["Content-Type"].startswith(kind)
        graph = Graph().parse(data=response.content, format="xml" if form == "rdf" else name)
        assert len(graph) == len(catalogue.catalogue())

    def test_it_is_made_once_and_anew_with_the_next_release(self, released, channels):
        before = catalogue.text("ttl")
        assert catalogue.text("ttl") is before
        publish("family-channel", ("family", "channel"), {("care", "*"): shown(5)}, period="2026-Q4")
        assert "2026-Q4" in catalogue.text("ttl")

    def test_every_address_in_it_answers_with_the_bytes_it_names(self, client, released):
        graph = catalogue.catalogue()
        checks = list(graph.subject_objects(catalogue.SPDX.checksum))
        assert len(checks) == 10
        for distribution, check in checks:
            path = str(graph.value(distribution, DCAT.downloadURL)).split(":8000")[1]
            content = client.get(path).content
            assert (
                str(graph.value(check, catalogue.SPDX.checksumValue)).lower()
                == hashlib.sha256(content).hexdigest()
            )
            assert int(graph.value(distribution, DCAT.byteSize)) == len(content)

    def test_licence_and_publisher_are_the_citys(self, released, settings):
        graph = catalogue.catalogue()
        licences = set(graph.objects(None, DCTERMS.license))
        assert licences == {URIRef("http://dcat-ap.de/def/licenses/dl-by-de/2.0")}
        assert "Landeshauptstadt Hannover" in {str(name) for name in graph.objects(None, catalogue.FOAF.name)}

    def test_nothing_released_is_an_empty_catalogue(self, db):
        graph = catalogue.catalogue()
        assert list(graph.subjects(RDF.type, DCAT.Dataset)) == []
        assert checked(graph)[0]


class TestFiles:
    def test_only_sums_over_channels_unless_the_city_wants_them(self, client, jobs, channels, city):
        page = channels[0]
        cells = {
            ("care", "*"): shown(25),
            ("care", page): shown(20),
            ("*", "*"): (25, 25, 44),
            ("*", page): None,
        }
        publish("family-channel", ("family", "channel"), cells)
        assert rows(file_of(client).content) == [
            ["family", "family_name", "value", "lower", "upper", "hidden"],
            ["*", "", "25", "25", "44", "false"],
            ["care", "care", "25", "25", "29", "false"],
        ]
        city(channels="true")
        told = rows(file_of(client).content)
        assert told[0][:4] == ["family", "family_name", "channel", "channel_name"]
        assert ["*", "", page, page, "", "0", "4", "true"] in told

    def test_the_bytes_never_change(self, client, released, city, channels):
        """Pinned: whoever changes how files look must give them another address."""
        city(channels="true")
        before = {form: file_of(client, "channel-medium", form).content for form in versions.FORMS}
        address = file_of(client, "channel-medium").request["PATH_INFO"]
        Channel.objects.filter(pk=channels[0]).update(name="Umbenannt")
        versions.content.cache_clear()
        publish("channel-medium", ("medium", "channel"), {("link", channels[0]): shown(5)}, period="2026-Q4")
        assert client.get(address).content == before["csv"]
        assert client.get(address.replace(".csv", ".json")).content == before["json"]

    def test_the_form_of_a_file_is_pinned(self, client, jobs):
        publish("family-channel", ("family", "channel"), {("care", "*"): shown(25)},
                labels={"family": {"care": "=Pflege"}})  # fmt: skip
        assert file_of(client).content == (
            b"family,family_name,value,lower,upper,hidden\r\ncare,'=Pflege,25,25,29,false\r\n"
        )
        told = json.loads(file_of(client, form="json").content)
        assert told["cells"] == [
            {"key": ["care"], "name": ["=Pflege"], "value": 25, "lower": 25, "upper": 29, "hidden": False}
        ]
        assert (told["threshold"], told["period"], told["dimensions"]) == (5, "2026-Q3", ["family"])

    def test_every_version_keeps_its_address(self, client, released, channels):
        publish("family-channel", ("family", "channel"), {("care", "*"): shown(5)}, period="2026-Q4")
        names = [one.name for one in versions.versions()["family-channel"]]
        assert [name[:7] for name in names] == ["2026-Q4", "2026-Q3"]
        assert {client.get(f"{PATH}family-channel/{name}.csv").status_code for name in names} == {200}

    def test_what_was_not_released_or_not_chosen_is_not_there(self, client, released, city):
        version = versions.versions()["family-channel"][0].name
        wrong = ["family-channel/2026-Q3-00000000-summen.csv", f"family-channel/{version}.xlsx"]
        wrong += [f"funnel-posting/{version}.csv", "erfunden/x.csv", "catalog.xml"]
        assert {client.get(PATH + path).status_code for path in wrong} == {404}
        city(tables="[]")
        assert client.get(f"{PATH}family-channel/{version}.csv").status_code == 404

    def test_files_may_be_kept_for_ever_and_read_by_programs(self, client, released):
        response = file_of(client)
        assert "immutable" in response["Cache-Control"]
        assert response["Access-Control-Allow-Origin"] == "*"
        assert not response.cookies


class TestPage:
    def test_it_lists_versions(self, client, released):
        page = client.get(PATH).content.decode()
        assert page.count("<h1") == 1
        assert "Berufsfeld und Kanal" in page
        assert "catalog.ttl" in page

    def test_a_city_without_open_data(self, client, released, settings):
        settings.CITY_PROFILE = ROOT / "outreach/profiles/musterstadt.toml"
        assert "Bisher ist keine Tabelle veröffentlicht" in client.get(PATH).content.decode()
        assert configuration.gaps() == []

    def test_staff_read_what_a_portal_misses(self, client, person):
        client.force_login(person("reporting"))
        assert "open_data.contributor_id" in client.get("/reichweite/dokumente/").content.decode()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ([], "muss „open_data“ ein Abschnitt sein"),
        ({"tables": "x"}, "muss eine Liste"),
        ({"licence": "CC0"}, "muss mit http://dcat-ap.de/def/licenses/ beginnen"),
        ({"contributor_id": "hannover"}, "muss mit http://dcat-ap.de/def/contributors/ beginnen"),
        ({"channels": "ja"}, "true oder false"),
        ({"municipality_key": "123"}, "acht Ziffern"),
        ({"licence": 3}, "Text in Anführungszeichen"),
        ({"erfunden": 1}, "gibt es nicht"),
    ],
)
def test_a_wrong_section_is_a_sentence(given, sentence):
    with pytest.raises(profile.ProfileError, match=sentence):
        configuration.read(given)
