"""Ads to measure with: natural, all different, and the same on every machine.

They are put together from the sentences of the demo city's ads; in most of these a number, a place or a
department is changed, so that hardly a sentence comes twice, as in a real city only the standing ones do.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable

from outreach.demo import data

WORDS = 250
_SECTIONS = {
    "Aufgaben": ("Ihre Aufgaben", r"aufgabe|erwartet"),
    "Profil": ("Ihr Profil", r"profil|anforderung|bringen|mit"),
    "Angebot": ("Wir bieten", r"biet|uns"),
}
_PLACES_LIST = """
    Ahlem Anderten Badenstedt Bemerode Bothfeld Bult Burg Calenberg Döhren Groß-Buchholz Hainholz
    Herrenhausen Isernhagen Kirchrode Kleefeld Lahe Ledeburg Limmer Linden List Misburg Mittelfeld
    Mühlenberg Nordstadt Oberricklingen Oststadt Ricklingen Sahlkamp Stöcken Südstadt Vahrenwald
    Vinnhorst Waldhausen Waldheim Wettbergen Wülfel Wülferode Zoo
"""
_AREAS_LIST = """
    Bauaufsicht Bildung Brandschutz Controlling Denkmalpflege Finanzen Forsten Gebäude Gesundheit
    Hafen Haushalt Integration Jugend Kultur Kasse Liegenschaften Märkte Ordnung Personal Planung
    Pflege Recht Schule Senioren Soziales Sport Stadtgrün Statistik Steuern Straßenbau Tiefbau
    Umwelt Vergabe Verkehr Vermessung Wahlen Wirtschaft Wohnen
"""
_PLACES, _AREAS = _PLACES_LIST.split(), _AREAS_LIST.split()
_NEAR = (
    "im Stadtteil {place}", "am Standort {place}", "in {place} und Umgebung", "für den Bereich {area}",
    "gemeinsam mit der Abteilung {area}", "in Abstimmung mit dem Fachbereich {area}",
    "im Team {area} in {place}", "an unserem Sitz in {place}",
)  # fmt: skip
_NUMBER = re.compile(r"(?<![\d.,])(?!20\d\d)[1-9]\d{2,}(?![\d.,])")
_ENGLISH = (
    "Our {area} team in {place} is looking for someone who likes to work with people.",
    "You plan and review projects for {area} together with your colleagues in {place}.",
    "You have finished a degree or a training, or you have {number} years of experience.",
    "We offer flexible hours, {number} days of leave and a safe job near {place}.",
    "The chairman of the board in {place} and his staff will answer your questions.",
    "Please send your application with the number {number} to the office for {area}.",
    "We welcome applications from everyone, whatever their age, gender, origin or faith.",
    "You advise families in {place}, write reports on {area} and keep the files in order.",
)  # fmt: skip


def texts(count: int = 200, seed: int = 3) -> list[str]:
    """So many German ads of about 250 words."""
    chance = random.Random(seed)  # noqa: S311  (the same ads every time)
    pools = _pools(path.read_text(encoding="utf-8") for path in data.ad_files())
    made: dict[str, None] = {}
    while len(made) < count:
        made.setdefault(_ad(pools, chance))
    return list(made)


def english(words: int, seed: int) -> str:
    """An English ad of so many words: alex reads English."""
    chance = random.Random(seed)  # noqa: S311
    found: list[str] = []
    while len(found) < words:
        found += _filled(chance.choice(_ENGLISH), chance).split()
    return " ".join(found[:words])


def edited(text: str, seed: int) -> str:
    """The ad after somebody has put in a word."""
    at = text.index(" ", len(text) * (seed % 7 + 1) // 9)
    return f"{text[:at]} auch{text[at:]}"


def _pools(ads: Iterable[str]) -> dict[str, list[str]]:
    """Titles, paragraphs and list items of all ads, by the section they stand in."""
    pools: defaultdict[str, list[str]] = defaultdict(list)
    for ad in ads:
        section = "Einleitung"
        title, *lines = (line for line in ad.splitlines() if line.strip())
        pools["Titel"].append(title.lstrip("# "))
        for line in lines:
            if line.startswith("## "):
                section = _section(line.lower())
            elif line.startswith("- "):
                pools[section].append(line)
            elif not line.endswith(("mehrere", ":")):
                pools["Bewerbung" if section in _SECTIONS else section].append(line)
    return pools


def _section(heading: str) -> str:
    return next((name for name, (_, sign) in _SECTIONS.items() if re.search(sign, heading)), "Bewerbung")


def _ad(pools: dict[str, list[str]], chance: random.Random) -> str:
    parts = [_varied(chance.choice(pools["Titel"]), chance), *_some(pools["Einleitung"], 1, chance)]
    for section, (heading, _) in _SECTIONS.items():
        parts.append("\n".join([f"## {heading}", *_some(pools[section], chance.randint(2, 4), chance)]))
    parts.append("## Ihre Bewerbung")
    for line in _some(pools["Bewerbung"], len(pools["Bewerbung"]), chance):
        if len(" ".join([*parts, line]).split()) <= WORDS + 5:
            parts.append(line)
    return "\n\n".join(parts) + "\n"


def _some(pool: list[str], count: int, chance: random.Random) -> list[str]:
    return [_varied(line, chance) for line in chance.sample(pool, min(count, len(pool)))]


def _varied(line: str, chance: random.Random) -> str:
    """The line with other numbers, and most of its sentences with a place or a department."""
    line = re.sub(
        r"(?<![\d.,])(?!20\d\d)[1-9]\d{2,}(?![\d.,])", lambda _: str(chance.randint(100, 9999)), line
    )
    if line.rstrip()[-1] in ":*)":
        return line
    if line.startswith("- "):
        return _placed(line, chance) if chance.random() < 0.95 else line
    sentences = re.split(r"(?<=[a-zäöüß]{3}\.) (?=[A-ZÄÖÜ])", line)
    return " ".join(_placed(one, chance) if chance.random() < 0.95 else one for one in sentences)


def _placed(sentence: str, chance: random.Random) -> str:
    near = _filled(chance.choice(_NEAR), chance)
    bare = sentence.rstrip(".!")
    return f"{bare}{', ' if len(bare) > 40 else ' '}{near}{sentence[len(bare) :]}"


def _filled(template: str, chance: random.Random) -> str:
    return template.format(
        place=chance.choice(_PLACES), area=chance.choice(_AREAS), number=chance.randint(2, 900)
    )
