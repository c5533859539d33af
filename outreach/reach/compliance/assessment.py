"""Facts for the data protection impact assessment, reasons under section 25 TDDDG, proof of deletion."""

from __future__ import annotations

import datetime
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.utils import timezone, translation

from channels import languages
from outreach import profile
from outreach.reach.compliance import retention, running, words
from outreach.reach.compliance.gaps import gaps
from outreach.reach.documents.numbers import whole
from outreach.reach.documents.setting import Bullets, Column, Document, Heading, Paragraph, Table
from outreach.reach.documents.setting.blocks import Block


def document(now: datetime.datetime, language: str = "de") -> Document:
    """The paper as it is true at that moment."""
    with translation.override(language):
        return _document(now, language)


def _document(now: datetime.datetime, language: str) -> Document:
    text, city, facts = words.load("assessment", language), profile.city(), running.reach()
    shared = words.load("shared", language)
    numbers = _numbers(city, facts, text, shared, language)
    section = text["section"]
    return Document(
        title=text["title"],
        author=city["official_name"],
        language=language,
        direction="ltr",
        day=shared["as_of"].format(day=languages.get(language).day(timezone.localdate(now))),
        over=city["official_name"],
        blocks=(
            Paragraph(text["lead"].format(**numbers), "lead"),
            Heading(section["what"]),
            _three(text["what"], text["step"], ("step", "data", "stays"), ("name", "data", "stays"), numbers),
            Heading(section["settings"]),
            _settings(text["settings"], facts, shared),
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
            *_retention(text, now, shared, language),
            Heading(section["open"]),
            Bullets((*text["open"]["items"], *gaps(city))),
        ),
    )


def _numbers(
    city: dict[str, Any], facts: running.Reach, text: dict[str, Any], shared: dict[str, Any], language: str
) -> dict[str, Any]:
    minutes = facts.deduplicate_minutes
    reason = shared["deduplication_on"].format(minutes=minutes) if minutes else shared["deduplication_off"]
    return {
        **asdict(facts),
        "city": city["official_name"],
        "delay": facts.delay(shared),
        "seconds": languages.get(language).number(facts.seconds_between_writes),
        "method": shared["method"][facts.method],
        "log_level": running.machines().log_level,
        "public_paths": len(settings.PUBLIC_PATHS),
        "deduplication_used": text["settings"]["yes" if minutes else "no"],
        "deduplication_reason": reason,
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


def _settings(text: dict[str, str], facts: running.Reach, shared: dict[str, Any]) -> Table:
    machines, meaning = running.machines(), shared["meaning"]
    values = {
        "reach.threshold": (facts.threshold, "threshold"),
        "reach.persons_threshold": (facts.persons_threshold, "persons_threshold"),
        "reach.method": (shared["method"][facts.method], "method"),
        "reach.base": (facts.base, "base"),
        "reach.delay_days": (facts.delay_days, "delay_days"),
        "reach.settle_weeks": (facts.settle_weeks, "settle_weeks"),
        "reach.counting.days_kept": (facts.days_kept, "days_kept"),
        "reach.counting.deduplicate_minutes": (facts.deduplicate_minutes, "deduplicate_minutes"),
        "LOG_LEVEL": (machines.log_level, "log_level"),
        "PUBLIC_URL": (machines.public_url or "–", "public_url"),
        "REACH_SWITCHED_OFF": (", ".join(facts.switched_off) or "–", "switched_off"),
    }
    rows = tuple((name, str(value), meaning[word]) for name, (value, word) in values.items())
    columns = (
        Column(text["name"], weight=3), Column(text["value"], numeric=True, weight=1.4),
        Column(text["meaning"], weight=4),
    )  # fmt: skip
    return Table(text["caption"], columns, rows)


def _retention(
    text: dict[str, Any], now: datetime.datetime, shared: dict[str, Any], language: str
) -> list[Block]:
    told, spoken = text["retention"], languages.get(language)
    until_then = shared["hours"].format(hours=running.reach().session_hours)
    rows = tuple(
        (
            text["kinds"][one.what],
            told["days"].format(days=one.days) if one.days else until_then,
            str(one.overdue) if one.overdue else told["none"],
            spoken.day(one.last) if one.last else told["never"],
            whole(spoken, one.in_a_year),
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
