"""How much German a job needs, by its family: from the words of title and tasks.

The levels are ours, after what the framework says people can do: A2 understands short instructions, B1 copes
with talk at work, B2 advises people and writes letters, C1 writes opinions and press texts, C2 teaches it.
Where a job belongs to no family that we know, nothing is said.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from postings.review.facts.ad import Ad


class Family(NamedTuple):
    """Jobs with much the same talk and writing; `level` is what they need at most."""

    id: str
    level: str
    why: str
    words: re.Pattern[str]


def _family(id: str, level: str, why: str, words: str) -> Family:
    return Family(id, level, why, re.compile(words, re.IGNORECASE))


# The first that fits counts: the more language a job is about, the earlier it stands.
FAMILIES = (
    _family(
        "teaching",
        "C2",
        "Wer Deutsch unterrichtet oder dolmetscht, braucht es auf dem höchsten Niveau.",
        r"\bdeutschlehr|lehrkr\w+ (?:für|in) deutsch|deutsch als (?:fremd|zweit)|lektor|dolmetsch|"
        r"übersetz(?:er|ung)|"
        r"sprachlehr",
    ),
    _family(
        "writing",
        "C1",
        "Die Arbeit lebt von langen, genauen Texten: Gutachten, Bescheide mit Begründung, Presse.",
        r"jurist|rechtsamt|justizia|syndik|presse|redakt|öffentlichkeitsarbeit|kommunikation\b|archivar|"
        r"sozialarbeit|sozialpädagog|\bASD\b|sozialer dienst|psycholog|amtsarzt|ärzt|\barzt\b|"
        r"referent|dezern|"
        r"amtsleit|fachbereichsleit|rechnungsprüf|planer|stadtplan|wissenschaft|volontär",
    ),
    _family(
        "advising",
        "B2",
        "Bei diesen Aufgaben geht es um Gespräche, Briefe und Berichte.",
        r"sachbearbeit|verwaltung|sekretariat|assistenz|bürger(?:amt|büro|service)|standesamt|standesbeamt|beamt|erzieh|kinderpfleg|\bkita\b|"
        r"pädagog|pflegefach|krankenpfleg|altenpfleg|rettung|feuerwehr|brandmeister|ordnungsdienst|"
        r"bibliothek|personal(?:sach|wesen|ab)|buchhalt|kasse\b|ingenieur|architekt|informatik|"
        r"\bIT\b|software|administrat|techniker|vermessung|lehrkraft|museum|kultur|empfang|telefon",
    ),
    _family(
        "driving",
        "B1",
        "Im Fahrdienst und in der Werkstatt geht es um Absprachen und kurze Meldungen.",
        r"fahrer|kraftfahr|busfahr|straßenbahn|disponent|elektr(?:iker|oniker)|mechaniker|mechatronik|schlosser|"
        r"tischler|maler|klempner|installat|anlagenmechanik|abwasser|kanal|hausmeist|hausdienst|objektbetreu|"
        r"schwimm|bäder|koch\b|köch|pförtner|pforte|wachdienst",
    ),
    _family(
        "manual",
        "A2",
        "Bei diesen Aufgaben genügen kurze Anweisungen und Absprachen im Team.",
        r"reinig|küchenhilf|spülkr|küchenkraft|hauswirtschaft|müll|abfall|entsorg|straßenreinig|winterdienst|"
        r"gärtn|grünfläch|grünpfleg|gartenbau|friedhof|baubetriebshof|bauhof|straßenbau|lager|helfer|"
        r"wäscherei|platzwart|hilfskraft|handlanger|erntehelf",
    ),
)
_ORDER = ("A1", "A2", "B1", "B2", "C1", "C2")


def needed(ad: Ad, title: str | None) -> dict[str, Any] | None:
    """`{level, family, why}` by the title, else by the tasks."""
    tasks = " ".join(sentence.text for sentence in ad.sentences[:60] if sentence.section == "tasks")
    for text in (title or "", tasks[:2000]):
        family = next((family for family in FAMILIES if family.words.search(text)), None)
        if family:
            return {"level": family.level, "family": family.id, "why": family.why}
    return None


def higher(level: str, other: str) -> bool:
    """Whether a level is above another."""
    return _ORDER.index(level) > _ORDER.index(other)
