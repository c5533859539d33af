"""What post it is: title, number of openings, place, start, training asked, driving licence."""

from __future__ import annotations

import re
from typing import Any

from postings.review.anchors.alternatives import small
from postings.review.anchors.tables import Tables
from postings.review.anchors.wording import Place, Wording
from postings.review.cutting.masking import TITLE_SIGN
from postings.review.facts import training
from postings.review.facts.ad import Ad
from postings.review.facts.dates import days
from postings.review.facts.degree import degree

_TABLES = Tables(__file__)
_LICENCE = Wording(
    r"(?:führerschein|fahrerlaubnis)(?:es|s)?(?:[ ]+(?:der|für|in|die|eines|PKW|"
    r"Pkw))*[ ]*(?:klassen?)?[ ]*"
    r"(?P<classes>(?:C1E|C1|CE|C|BE|B|D1|DE|D|A1|A2|A|AM|L|T|III|3)(?:(?:[ ]?[,/][ ]?|[ ](?:und|oder|"
    r"bzw\.)[ ])(?:C1E|C1|CE|C|BE|B|D1|DE|D|L|T))*)?\b",
    re.IGNORECASE,
)
_LICENCE_WORD = Wording(
    r"führerschein(?!e\b|stelle|wesen|angeleg)|fahrerlaubnis(?!behörde|recht|stelle)", re.IGNORECASE
)
_START = Wording(
    r"(?:(?<!bis )(?<!bis spätestens )\bzum|\bab(?: dem)?|(?:beginnt?|\bstart|"
    r"ausbildungsstart)(?: am| ist der| zum)?:?|"
    r"einstellungstermin:?|"
    r"besetzungsdatum:?|eintrittstermin:?)\s+"
    r"(?P<start>nächstmöglichen? (?:zeitpunkt|termin)|frühestmöglichen? zeitpunkt|sofort|"
    r"\d{1,2}\.[ ]?(?:[A-Za-zä]+\.?|\d{1,2}\.)[ ]?\d{2,4}|\d{4}-\d{2}-\d{2}|schnellstmöglich)",
    re.IGNORECASE,
)
# A title that ends a sentence ("sucht einen …") comes without its article.
_ARTICLE = re.compile(r"^(?:eine?[nr]?|eine[*:_]n|ein[*:_]e|mehrere|engagierte[nr]?)(?:[ ]|$)", re.IGNORECASE)
_AT_ONCE = _TABLES.wording("at_once")
_SEARCHES = _TABLES.pattern("searches")
_LONG = 300
_BEGINNING = 6000  # characters in which the number of posts stands
_NUMBERS = {
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "sechs": 6,
    "sieben": 7,
    "acht": 8,
    "neun": 9,
    "zehn": 10,
    "zwölf": 12,
    "mehrere": 2,
}
_OPENINGS = Wording(
    r"\b(?P<count>\d{1,3}|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf)[ ](?:\w+[ ]){0,2}?"
    r"(?:stellen|planstellen|vollzeitstellen|teilzeitstellen|ausbildungsplätze|plätze)\b(?![ ]?anteil)",
    re.IGNORECASE,
)
_SEVERAL = Wording(
    r"\b(?:such|stell|brauch)\w*\b[^!?\n]{0,100}?\b(?P<count>\d{1,3}|zwei|drei|vier|fünf|sechs|sieben|acht|neun|"
    r"zehn|zwölf)[ ](?:[\w*:]+e[ ])?"
    r"(?:[A-ZÄÖÜ][\w-]*(?:[*:_/]-?innen|innen|anwärter|kräfte)|Personen|Auszubildende|Menschen)\b",
    re.IGNORECASE,
)
_PLACE = Wording(
    r"(?:arbeitsort|dienstort|einsatzort|dienststelle|standort|beschäftigungsort)[ ]{0,2}(?:ist|"
    r":)[ ]{0,2}(?:in[ ]|das[ ]|die[ ]|der[ ])?(?P<place>[A-ZÄÖÜ\d][^.;\n]{2,70})",
    re.IGNORECASE,
)
_CITY = Wording(
    r"\b(?:Landeshauptstadt|Hansestadt|Universitätsstadt|Stadt|Gemeinde|Samtgemeinde|"
    r"Kreisstadt)[ ](?P<place>[A-ZÄÖÜ][\wäöüß]+(?:[ ](?:am|an der|im|bei)[ ][A-ZÄÖÜ]\w+)?)"
)
_NOT_TITLE = re.compile(
    r"^(?:stellenausschreibung|stellenangebot|ausschreibung|wir\b|die (?:landeshaupt)?stadt|"
    r"die gemeinde|kommen sie|stadt\b|"
    r"landeshauptstadt\b|kennziffer|willkommen|was\b|das\b|ihre?\b|deine?\b|unsere?\b|so\b|warum|wer\b|"
    r"aufgaben|profil|"
    r"anforderung|bewerb)",
    re.IGNORECASE,
)
_SEARCH_WORDS = re.compile(
    r"^.{0,120}\b(?:sucht|suchen wir|suchen|braucht)\s+(?:[^,:]{0,60}?\b)?(?:eine[*:]n|einen|eine|ein)\s+|"
    r"^[^:]{0,40}\bsucht\b[^:]{0,30}:\s+"
)
_TITLE_HEAD = re.compile(
    r"^(?:stellen(?:ausschreibung|anzeige|angebot)|ausschreibung)(?:\s*:|\s+[–—-])\s+", re.IGNORECASE
)
_TITLE_TAIL = re.compile(
    r"\s*gesucht$|\s*,\s*(?:in )?(?:teilzeit|vollzeit|befristet|unbefristet|kennziffer)\b.*$", re.IGNORECASE
)


def facts(ad: Ad) -> dict[str, Any]:
    """Title, openings, place, start, the degree that is asked for, driving licence, apprenticeship."""
    start, start_date = _start(ad)
    name = title(ad)
    asked = degree(ad)
    return {
        "title": name,
        "openings": _openings(ad),
        "place": _place(ad),
        "start": start,
        "start_date": start_date,
        "degree_required": True if asked else None,
        "qualification": " ".join(asked.text.split())[:_LONG] if asked else None,
        "driving_licence": _licence(ad),
        "apprenticeship": True if training.offered(ad, name) else None,
    }


def title(ad: Ad) -> str | None:
    """The job title without its (m/w/d)."""
    lines = [line for line in ad.analysis.lines if line.kind != "blank"][:40]
    texts = [(line, ad.analysis.masked[line.start : line.end]) for line in lines]
    signed = [
        text for line, text in texts if line.kind != "bullet" and len(text) <= 200 and TITLE_SIGN.search(text)
    ]
    headings = [text for line, text in texts[:6] if line.kind == "heading" and not _NOT_TITLE.match(text)]
    wanted = [text for line, text in texts[:6] if re.search(r"\bgesucht\b", text) and len(text) <= 120]
    first = [text.split("? ")[-1] for _, text in texts[:1] if len(text) <= 160 and text[-1] not in ".!?"]
    for text in [*(text for text in signed if len(text) <= 120), *wanted, *headings, *signed, *first]:
        bare = _bare(text)
        if 3 <= len(bare) <= 150:
            return bare
    return None


def _bare(text: str) -> str:
    bare = " ".join(TITLE_SIGN.sub(" ", text).split()).replace(" ,", ",").strip(" –-:!.")
    bare = _TITLE_TAIL.sub("", _SEARCH_WORDS.sub("", _TITLE_HEAD.sub("", bare)))
    bare = re.sub(r"^(?:wir suchen|gesucht)[: ]+", "", bare, flags=re.IGNORECASE)
    return _ARTICLE.sub("", bare).strip(" –-:!")


def _licence(ad: Ad) -> str | None:
    for sentence in ad.matching(_LICENCE_WORD):
        match = _LICENCE.search(sentence.text)
        if match:
            return (match["classes"] or "B").upper().replace("III", "B")
    return None


def _start(ad: Ad) -> tuple[str | None, str | None]:
    for sentence in ad.matching(_START):
        match = _START.search(sentence.text)
        if match and _SEARCHES.search(sentence.text + sentence.heading):
            day = next(days(match["start"]), None)
            return " ".join(match["start"].split()), day.date.isoformat() if day else None
    at_once = ad.first(_AT_ONCE)
    found = _AT_ONCE.search(at_once.text) if at_once else None
    return (found.group() if found else None), None


def _openings(ad: Ad) -> int | None:
    match = _first(ad, _OPENINGS, _BEGINNING) or _first(ad, _SEVERAL, _BEGINNING)
    if not match:
        return None
    count = small(match["count"])
    return _NUMBERS.get(count) or int(count)


def _place(ad: Ad) -> str | None:
    match = _first(ad, _PLACE) or _first(ad, _CITY)
    return match["place"].strip(" ,") if match else None


def _first(ad: Ad, pattern: Wording, before: int | None = None) -> Place | None:
    """The first place in the lines of an ad, or of its beginning."""
    places = pattern.in_rows(ad.analysis.rows)
    return next((place for place in places if before is None or place.end() <= before), None)
