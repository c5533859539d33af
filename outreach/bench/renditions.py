"""How long posters and whole packages take, beside the bare typesetter in the same run."""

from __future__ import annotations

import statistics
import time
from typing import NamedTuple

import typst

from channels import languages
from channels.renditions import factsheet, forms, poster
from outreach.profile import city

POSTERS = 40
_LINK = "https://stellen.stadt.example/l/bcdfghjk"
_FACTS = {
    "pay_group": "E 9b",
    "pay_min": 3303.85,
    "pay_max": 4409.39,
    "pay_period": "month",
    "hours": 39.0,
    "part_time": True,
    "language_level": "B2",
    "deadline": "2027-01-31",
    "start": "nächstmöglichen Zeitpunkt",
    "limited": False,
    "contact": {"name": "Aylin Demir", "phone": "0511 168-1234"},
}
_BARE = b"Sachbearbeitung Wohngeld"


class Figures(NamedTuple):
    """Seconds: one poster (median), one bare sheet (median), everything in all languages (once)."""

    poster: float
    bare: float
    package: float
    languages: int
    forms: int


def measure() -> Figures:
    """On one core; the first poster, which loads the fonts, is not counted."""
    told = [_told(code, number) for number in range(POSTERS) for code in ("de", "ar", "uk", "vi")][:POSTERS]
    poster.pdf(_content(told[0]))
    posters = [_seconds(lambda one=one: poster.pdf(_content(one))) for one in told]
    sheet = typst.Compiler(_BARE, ignore_system_fonts=True)
    bare = [_seconds(lambda text=text: sheet.compile(text, format="pdf")) for text in _bare_sheets()]
    start = time.perf_counter()
    made = {code: forms.files(_told(code, 0)) for code in languages.codes()}
    package = time.perf_counter() - start
    return Figures(statistics.median(posters), statistics.median(bare), package, len(made), len(forms.LOOKS))


def _told(code: str, number: int) -> forms.Telling:
    language = languages.get(code)
    return forms.Telling(
        language=language,
        title=f"Sachbearbeitung Wohngeld {number}",  # nothing is the same twice
        lines=factsheet.lines(_FACTS, language, city()["town"]),
        present=["encouragement", "foreign_qualifications", "disability_clause"],
        facts=_FACTS,
        link=_LINK,
        scanned=_LINK,
        city=city()["name"],
    )


def _content(told: forms.Telling) -> dict:
    return poster.content(
        title=told.title,
        facts=told.facts,
        present=told.present,
        language=told.language,
        link=told.link,
        qr_link=told.scanned,
        city=city(),
    )


def _bare_sheets() -> list[bytes]:
    return [_BARE + str(number).encode() for number in range(POSTERS)]


def _seconds(work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
