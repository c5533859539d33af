"""Facts for the data protection impact assessment, reasons under section 25 TDDDG, proof of deletion."""

from __future__ import annotations

import datetime
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.utils import timezone

from channels import languages
from outreach import profile
from outreach.reach.compliance import retention, running, words
from outreach.reach.compliance.gaps import gaps
from outreach.reach.compliance.measures import METHODS
from outreach.reach.documents.numbers import whole
from outreach.reach.documents.setting import Bullets, Column, Document, Heading, Paragraph, Table
from outreach.reach.documents.setting.blocks import Block


def document(now: datetime.datetime) -> Document:
    """The paper as it is true at that moment. In German."""
    text, city, facts = words.load("assessment"), profile.city(), running.reach()
    numbers = _numbers(city, facts)
    section = text["section"]
    return Document(
        title=text["title"],
        author=city["official_name"],
        language="de",
        direction="ltr",
        day=f"Stand: {languages.get('de').day(timezone.localdate(now))}",
        over=city["official_name"],
        blocks=(
            Paragraph(text["lead"].format(**numbers), "lead"),
            Heading(section["what"]),
            _three(text["what"], text["step"], ("step", "data", "stays"), ("name", "data", "stays"), numbers),
            Heading(section["settings"]),
            _settings(text["settings"], facts),
            Heading(section["device"]),
            Paragraph(text["device"]["text"]),
            _three(
                text["device"],
                text["technique"],
                ("technique", "used", "reason"),
                ("name", "used", "reason"),
                numbers,
                weights=(2, 1, 4),
            ),
            Heading(section["risks"]),
            Paragraph(text["risks"]["text"]),
            _three(
                text["risks"],
                text["risk"],
                ("attack", "measure"),
                ("name", "measure"),
                numbers,
                weights=(2, 3),
            ),
            *_retention(text, now),
            Heading(section["open"]),
            Bullets((*text["open"]["items"], *gaps(city))),
        ),
    )


def _numbers(city: dict[str, Any], facts: running.Reach) -> dict[str, Any]:
    minutes = facts.deduplicate_minutes
    return {
        **asdict(facts),
        "city": city["official_name"],
        "delay": facts.delay,
        "seconds": languages.get("de").number(facts.seconds_between_writes),
        "method": METHODS[facts.method],
        "log_level": running.machines().log_level,
        "public_paths": len(settings.PUBLIC_PATHS),
        "deduplication_used": "ja" if minutes else "nein",
        "deduplication_reason": (
            f"Für {minutes} Minuten, mit zufälligem Schlüssel, nur im Arbeitsspeicher des Servers; "
            "aus dem Gerät wird nichts ausgelesen. Gespeichert werden nur Zähler je Link und Tag (erster, "
            "wiederholter Aufruf, Aufruf mit Widerspruch) und seit wann so gezählt wird. Freigegeben werden "
            "erste und weitere Aufrufe je Kanal und Quartal, bewiesen zusammen mit allen anderen Tabellen; "
            "war die Einstellung nicht durchgehend an, gar nicht."
            if minutes
            else "Abgeschaltet (reach.counting.deduplicate_minutes = 0). Mehrere Aufrufe zählen mehrfach."
        ),
    }


def _three(
    head: dict[str, str],
    rows: list[dict[str, str]],
    columns: tuple[str, ...],
    keys: tuple[str, ...],
    numbers: dict[str, Any],
    weights: tuple[float, ...] = (2, 2, 3),
) -> Table:
    return Table(
        head["caption"],
        tuple(Column(head[name], weight=weight) for name, weight in zip(columns, weights, strict=False)),
        tuple(tuple(row[key].format(**numbers) for key in keys) for row in rows),
    )


def _settings(text: dict[str, str], facts: running.Reach) -> Table:
    rows = (
        ("reach.threshold", str(facts.threshold), "Kleinere Zahlen von Aufrufen werden nicht gezeigt."),
        ("reach.persons_threshold", str(facts.persons_threshold), "Dasselbe für Zahlen von Personen."),
        ("reach.method", METHODS[facts.method], "Wie freigegebene Zahlen vergröbert werden."),
        ("reach.base", str(facts.base), "Raster, auf das gerundet wird."),
        ("reach.delay_days", str(facts.delay_days), "Tage vom Ende einer Woche bis zur Freigabe."),
        ("reach.settle_weeks", str(facts.settle_weeks), "Wochen vom Ende eines Quartals bis zur Freigabe."),
        (
            "reach.counting.days_kept",
            str(facts.days_kept),
            "Tage nach Monatsende, bis Tageszähler gelöscht sind.",
        ),
        (
            "reach.counting.deduplicate_minutes",
            str(facts.deduplicate_minutes),
            "Minuten, in denen ein Gerät einmal zählt (0: nie wiedererkannt).",
        ),
        ("LOG_LEVEL", running.machines().log_level, "Stufe der Protokolle; gefiltert auf jeder Stufe."),
        ("PUBLIC_URL", running.machines().public_url or "–", "Öffentliche Adresse."),
        (
            "REACH_SWITCHED_OFF",
            ", ".join(facts.switched_off) or "–",
            "Abgeschaltete Schutzmaßnahmen; im Betrieb muss hier nichts stehen.",
        ),
    )
    columns = (
        Column(text["name"], weight=3), Column(text["value"], numeric=True, weight=1.4),
        Column(text["meaning"], weight=4),
    )  # fmt: skip
    return Table(text["caption"], columns, rows)


def _retention(text: dict[str, Any], now: datetime.datetime) -> list[Block]:
    told, german = text["retention"], languages.get("de")
    rows = tuple(
        (
            text["kinds"][one.what],
            told["days"].format(days=one.days) if one.days else f"{running.reach().session_hours} Stunden",
            str(one.overdue) if one.overdue else told["none"],
            german.day(one.last) if one.last else told["never"],
            whole(german, one.in_a_year),
        )
        for one in retention.proof(now)
    )
    columns = (
        Column(told["what"], weight=3), Column(told["kept"], weight=1.5), Column(told["overdue"], weight=1.4),
        Column(told["last"], weight=2.2), Column(told["year"], numeric=True, weight=1.6),
    )  # fmt: skip
    return [
        Heading(text["section"]["retention"]),
        Paragraph(told["text"]),
        Table(told["caption"], columns, rows),
    ]
