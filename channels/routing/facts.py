"""What routing reads of an ad: the facts of the review, and the few that only routing needs.

What an ad does not say stays None: silence is no promise ("Teilzeit" unmentioned is not "keine Teilzeit").
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Any

from channels.routing import pay
from outreach.profile import city
from postings.families import families_of

LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")

_STUDY = re.compile(
    r"studium|studiert|hochschul(?!reife)|universität|bachelor|master|diplom|magister|approbation|promotion|"
    r"staatsexamen|laufbahngruppe 2",
    re.IGNORECASE,
)
_TRAINING = re.compile(
    r"ausbildung|beruf|gesell|meister|facharbeit|lehre\b|examin|anerkennung|lehrgang", re.I
)
_SCHOOL = re.compile(r"schulabschluss|hauptschul|realschul|mittlere reife|abitur|hochschulreife|schule", re.I)
_EQUAL = re.compile(r"gleichwertig|vergleichbar|entsprechend\w* (?:abschluss|qualifikation|ausbildung)", re.I)
_ABROAD = re.compile(
    r"(?:ausland|anderen land|ausländisch)[^.\n]{0,60}(?:abschl|qualifi|ausbildung|erworben|anerk)|"
    r"(?:abschl|qualifi|ausbildung|studium|anerk)[^.\n]{0,60}(?:ausland|anderen land|ausländisch)",
    re.IGNORECASE,
)
_NEWCOMERS = re.compile(
    r"quereinst|seiteneinst|quereinsteig|einarbeitung statt|ohne (?:vor)?erfahrung|ungelernt|"
    r"keine (?:vor)?erfahrung (?:nötig|notwendig|erforderlich)",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(r"\b(?:kein\w*|nicht|leider|ohne)\b[^.,:;\n]{0,30}$", re.IGNORECASE)
_NOT_AFTER = re.compile(r"^[^.;\n]{0,50}\b(?:nicht|kein\w*|ausgeschlossen|leider)\b", re.IGNORECASE)
#: Languages an ad may ask or welcome, by the word for them; German is no plus, it is the ad's own level.
_SPOKEN = {
    "en": "englisch", "tr": "türkisch", "ar": "arabisch", "fa": r"farsi|persisch|dari", "uk": "ukrainisch",
    "ru": "russisch", "pl": "polnisch", "fr": "französisch", "es": "spanisch", "kmr": "kurdisch|kurmandschi",
    "vi": "vietnamesisch",
}  # fmt: skip
_LANGUAGES = {
    code: re.compile(rf"\b(?:{word})(?:e?kenntn\w*|en?\b|\b)", re.I) for code, word in _SPOKEN.items()
}
_SPEAKING = re.compile(r"sprach|sprech|kenntnis|von vorteil|wünschenswert|willkommen|\bplus\b|hilf", re.I)
#: Shorter names of districts may be everyday words: they need "Stadtteil" or the city's name before them.
_SHORT = 6


@dataclass(frozen=True)
class AdFacts:
    """An ad as the rules see it."""

    families: tuple[str, ...] = ()
    german: str | None = None  # the level asked for
    degree: str = "none"  # none · school · training · study
    equal_degrees: bool = False
    foreign_degrees: bool = False
    part_time: bool | None = None
    shifts: bool | None = None
    limited: bool | None = None
    remote: bool | None = None
    apprenticeship: bool = False
    newcomers: bool = False
    driving_licence: bool = False
    openings: int = 1
    pay_band: int | None = None
    districts: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    deadline: datetime.date | None = None


def read(title: str, text: str, facts: dict[str, Any]) -> AdFacts:
    """The facts of an ad."""
    found = facts.get("deadline")
    return AdFacts(
        families=tuple(families_of(title, facts, text)),
        german=_german(facts),
        degree=_degree(facts),
        equal_degrees=bool(_EQUAL.search(facts.get("qualification") or "") or _EQUAL.search(text)),
        foreign_degrees=_said(_ABROAD, text),
        part_time=facts.get("part_time"),
        shifts=facts.get("shifts"),
        limited=facts.get("limited"),
        remote=facts.get("remote"),
        apprenticeship=bool(facts.get("apprenticeship")),
        newcomers=_said(_NEWCOMERS, text),
        driving_licence=bool(facts.get("driving_licence")),
        openings=facts.get("openings") or 1,
        pay_band=pay.band(facts.get("pay_group"), apprenticeship=bool(facts.get("apprenticeship"))),
        districts=tuple(_districts(text, facts.get("place") or "")),
        languages=tuple(_languages(text)),
        deadline=datetime.date.fromisoformat(found) if found else None,
    )


def _german(facts: dict[str, Any]) -> str | None:
    """Only a level in letters: what "gute Deutschkenntnisse" means is a guess."""
    level = facts.get("language_level")
    return level if level in LEVELS else None


def _degree(facts: dict[str, Any]) -> str:
    """The lowest certificate that is enough, in the words of the demand."""
    if not facts.get("degree_required"):
        return "none"
    words = facts.get("qualification") or ""
    if _TRAINING.search(words):
        return "training"
    if _STUDY.search(words):
        return "study"
    return "school" if _SCHOOL.search(words) else "training"


def _said(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the text says so, and does not deny it in the same breath."""
    return any(
        not _NOT_BEFORE.search(text[max(0, found.start() - 40) : found.start()])
        and not _NOT_AFTER.search(text[found.end() : found.end() + 60])
        for found in pattern.finditer(text)
    )


def _districts(text: str, place: str) -> list[str]:
    return [name for name in city()["districts"] if _named(name, text, place)]


def _named(name: str, text: str, place: str) -> bool:
    word = rf"(?<![\w-]){re.escape(name)}(?![\w-])"
    town = re.escape(city()["town"])
    sure = rf"(?:[Ss]tadtteil(?:e|en|s)?[ ]|{town}[- ]){re.escape(name)}(?![\w-])"
    likely = rf"\b(?:in|im|nach|für|Standort)[ ]{re.escape(name)}(?![\w-])"
    if re.search(word, place) or re.search(sure, text):
        return True
    return len(name) >= _SHORT and bool(re.search(likely, text))


def _languages(text: str) -> list[str]:
    """Languages named in a line about speaking; "polnische Partnerstadt" is none."""
    lines = [line for line in text.splitlines() if _SPEAKING.search(line)]
    return [code for code, word in _LANGUAGES.items() if any(word.search(line) for line in lines)]
