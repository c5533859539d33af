"""The catalogue as DCAT-AP.de 2.0: one dataset per open table, one distribution per version and form.

Written after the specification (https://www.dcat-ap.de/def/dcatde/2.0/spec/) and its conventions
(https://www.dcat-ap.de/def/dcatde/2.0/implRules/); `tests/outreach/reach/opendata/shapes.ttl` checks them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.urls import reverse
from rdflib import DCAT, DCTERMS, FOAF, OWL, RDF, XSD, BNode, Graph, Literal, Namespace, URIRef

from outreach import profile
from outreach.addresses import absolute, base
from outreach.reach.opendata.configuration import OpenData, open_data
from outreach.reach.opendata.versions import FORMS, Version, content, title, versions

DCATDE = Namespace("http://dcat-ap.de/def/dcatde/")
DCATAP = Namespace("http://data.europa.eu/r5r/")
SPDX = Namespace("http://spdx.org/rdf/terms#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
ADMS = Namespace("http://www.w3.org/ns/adms#")
_EU = "http://publications.europa.eu/resource/authority"
_DE = "http://dcat-ap.de/def"
GERMAN = URIRef(f"{_EU}/language/DEU")
THEMES = tuple(URIRef(f"{_EU}/data-theme/{name}") for name in ("GOVE", "SOCI"))
STABLE = URIRef(f"{_EU}/planned-availability/STABLE")
FREQUENCY = {"quarter": URIRef(f"{_EU}/frequency/QUARTERLY"), "week": URIRef(f"{_EU}/frequency/WEEKLY")}
SHA256 = URIRef(f"{_DE}/hashAlgorithms/sha/256")
_FORMATS = {
    "csv": (f"{_EU}/file-type/CSV", "https://www.iana.org/assignments/media-types/text/csv"),
    "json": (f"{_EU}/file-type/JSON", "https://www.iana.org/assignments/media-types/application/json"),
}
#: The table whose keys need words of their own.
DEVICES = "device-channel"
#: Ending of the address -> rdflib's name of the format, media type.
SERIALISATIONS = {
    "ttl": ("turtle", "text/turtle"),
    "jsonld": ("json-ld", "application/ld+json"),
    "rdf": ("pretty-xml", "application/rdf+xml"),
}


def catalogue() -> Graph:
    """Everything that is open now. Addresses are those of the running service."""
    graph = Graph()
    for prefix, namespace in (
        ("dcat", DCAT), ("dct", DCTERMS), ("foaf", FOAF), ("dcatde", DCATDE), ("dcatap", DCATAP),
        ("spdx", SPDX), ("vcard", VCARD), ("adms", ADMS),
    ):  # fmt: skip
        graph.bind(prefix, namespace)
    city, chosen, found = profile.city(), open_data(), versions()
    publisher = _publisher(graph, city)
    whole = URIRef(_page("#katalog"))
    _say(graph, whole, {
        RDF.type: DCAT.Catalog,
        DCTERMS.title: Literal(f"Reichweite von Ausschreibungen: {city['official_name']}", lang="de"),
        DCTERMS.description: Literal(
            "Geschützte, freigegebene Tabellen: über welche Kanäle Ausschreibungen geöffnet werden. "
            "Kleine Zahlen sind verdeckt, alle anderen als Spanne angegeben.", lang="de"),
        DCTERMS.publisher: publisher,
        DCTERMS.language: GERMAN,
        DCTERMS.license: URIRef(chosen.licence),
        DCAT.themeTaxonomy: URIRef(f"{_EU}/data-theme"),
        FOAF.homepage: URIRef(_page()),
    })  # fmt: skip
    newest = [several[0].released_at for several in found.values()]
    if newest:
        graph.add((whole, DCTERMS.modified, Literal(max(newest).isoformat(), datatype=XSD.dateTime)))
    for name, several in found.items():
        graph.add((whole, DCAT.dataset, _dataset(graph, name, several, publisher, city, chosen)))
    return graph


def text(form: str) -> str:
    """The catalogue in one of `SERIALISATIONS`; made once per release, however often it is fetched."""
    found = tuple((name, one.name) for name, several in versions().items() for one in several)
    return _text(form, found, base(), str(settings.CITY_PROFILE))


@lru_cache(maxsize=6)
def _text(form: str, found: tuple[tuple[str, str], ...], address: str, city: str) -> str:
    """The arguments beside the form only say what it was made of."""
    return catalogue().serialize(format=SERIALISATIONS[form][0])


def _page(fragment: str = "") -> str:
    return absolute(reverse("opendata:index")) + fragment


def _publisher(graph: Graph, city: dict[str, Any]) -> URIRef:
    node = URIRef(_page("#herausgeber"))
    graph.add((node, RDF.type, FOAF.Agent))
    _say(graph, node, {
        RDF.type: FOAF.Organization,
        FOAF.name: Literal(city["official_name"], lang="de"),
        FOAF.homepage: URIRef(city["website"]),
    })  # fmt: skip
    return node


def _dataset(
    graph: Graph, name: str, several: list[Version], publisher: URIRef, city: dict[str, Any], chosen: OpenData
) -> URIRef:
    node, newest, oldest = URIRef(_page(f"#{name}")), several[0], several[-1]
    contact, span = _contact(graph, city), BNode()
    _say(graph, span, {
        RDF.type: DCTERMS.PeriodOfTime,
        DCAT.startDate: Literal(min(one.first for one in several), datatype=XSD.date),
        DCAT.endDate: Literal(newest.last, datatype=XSD.date),
    })  # fmt: skip
    _say(graph, node, {
        RDF.type: DCAT.Dataset,
        DCTERMS.title: Literal(f"Reichweite: {title(name)}", lang="de"),
        DCTERMS.description: Literal(_described(name, city), lang="de"),
        DCTERMS.identifier: Literal(str(node)),
        DCTERMS.publisher: publisher,
        DCTERMS.language: GERMAN,
        DCTERMS.issued: Literal(oldest.released_at.isoformat(), datatype=XSD.dateTime),
        DCTERMS.modified: Literal(newest.released_at.isoformat(), datatype=XSD.dateTime),
        DCTERMS.temporal: span,
        DCTERMS.accrualPeriodicity: FREQUENCY["quarter" if "-Q" in newest.period else "week"],
        OWL.versionInfo: Literal(newest.name),
        DCAT.contactPoint: contact,
        DCAT.landingPage: URIRef(_page()),
        DCATAP.availability: STABLE,
        DCATDE.originator: publisher,
        DCATDE.maintainer: publisher,
        DCATDE.geocodingDescription: Literal(city["official_name"], lang="de"),
        DCATDE.politicalGeocodingLevelURI: URIRef(f"{_DE}/politicalGeocoding/Level/municipality"),
    })  # fmt: skip
    if chosen.contributor_id:
        graph.add((node, DCATDE.contributorID, URIRef(chosen.contributor_id)))
    if chosen.municipality_key:
        key = URIRef(f"{_DE}/politicalGeocoding/municipalityKey/{chosen.municipality_key}")
        graph.add((node, DCATDE.politicalGeocodingURI, key))
    for theme in THEMES:
        graph.add((node, DCAT.theme, theme))
    for word in ("Ausschreibung", "Stellen", "Reichweite", "Verwaltung", "Statistik"):
        graph.add((node, DCAT.keyword, Literal(word, lang="de")))
    for version in several:
        for form in FORMS:
            graph.add((node, DCAT.distribution, _distribution(graph, version, form, city, chosen)))
    return node


def _described(name: str, city: dict[str, Any]) -> str:
    devices = (
        " „first-30“ heißt: erster Aufruf eines Links aus einem Netz mit einem Browsernamen innerhalb von 30 "
        "Minuten in einem Serverprozess, „other-30“ jeder andere. Das ist eine Obergrenze für so "
        "unterscheidbare Geräte, nie eine Zahl von Menschen."
    )
    return (
        f"Wie oft Ausschreibungen ({city['official_name']}) geöffnet wurden, nach: {title(name)}. Gezählt "
        "werden Aufrufe, nicht Menschen, ohne Adressen und Kennungen. Kleine Zahlen sind verdeckt, weitere "
        "zu ihrem Schutz ebenfalls; jede andere Zahl ist als Spanne „lower“ bis „upper“ angegeben, in der "
        "der wahre Wert liegt."
        f"{devices if name == DEVICES else ''}"
    )


def _contact(graph: Graph, city: dict[str, Any]) -> BNode:
    node = BNode()
    graph.add((node, RDF.type, VCARD.Kind))
    _say(graph, node, {
        RDF.type: VCARD.Organization,
        VCARD.fn: Literal(city["department"]),
        VCARD.hasEmail: URIRef(f"mailto:{city['email']}"),
    })  # fmt: skip
    return node


def _distribution(
    graph: Graph, version: Version, form: str, city: dict[str, Any], chosen: OpenData
) -> URIRef:
    address = absolute(reverse("opendata:file", args=[version.table, version.name, form]))
    node, check, made = URIRef(f"{address}#datei"), BNode(), content(version, form)
    file_type, media = _FORMATS[form]
    _say(graph, check, {
        RDF.type: SPDX.Checksum,
        SPDX.algorithm: SHA256,
        SPDX.checksumValue: Literal(hashlib.sha256(made).hexdigest(), datatype=XSD.hexBinary),
    })  # fmt: skip
    released = Literal(version.released_at.isoformat(), datatype=XSD.dateTime)
    _say(graph, node, {
        RDF.type: DCAT.Distribution,
        DCTERMS.title: Literal(f"{title(version.table)}, {version.period} ({form.upper()})", lang="de"),
        DCTERMS.description: Literal(f"Fassung {version.name}: ändert sich nie.", lang="de"),
        DCAT.accessURL: URIRef(address),
        DCAT.downloadURL: URIRef(address),
        DCTERMS["format"]: URIRef(file_type),
        DCAT.mediaType: URIRef(media),
        DCAT.byteSize: Literal(Decimal(len(made)), datatype=XSD.decimal),
        DCTERMS.license: URIRef(chosen.licence),
        DCATDE.licenseAttributionByText: Literal(city["official_name"], lang="de"),
        DCTERMS.issued: released,
        DCTERMS.modified: released,
        DCTERMS.language: GERMAN,
        DCATAP.availability: STABLE,
        SPDX.checksum: check,
    })  # fmt: skip
    return node


def _say(graph: Graph, node: URIRef | BNode, told: Mapping[URIRef, Any]) -> None:
    for name, value in told.items():
        graph.add((node, name, value))
