"""The record of processing activities (Art. 30 (1) GDPR), filled from the running settings."""

from __future__ import annotations

import datetime
from dataclasses import asdict
from typing import Any

from django.utils import translation

from channels import languages
from outreach import profile
from outreach.reach.compliance import running, words
from outreach.reach.compliance.gaps import gaps, value_of
from outreach.reach.compliance.measures import measures
from outreach.reach.documents.setting import Bullets, Column, Document, Fact, Facts, Heading, Paragraph, Table
from outreach.reach.documents.setting.blocks import Block

_LABELS = ("purpose", "basis", "people", "data", "receivers", "abroad", "deletion")


def document(today: datetime.date, language: str = "de") -> Document:
    """The record as it is true on that day. The supervisory authority reads the German one."""
    with translation.override(language):
        return _document(today, language)


def _document(today: datetime.date, language: str) -> Document:
    text, city, facts = words.load("record", language), profile.city(), running.reach()
    shared = words.load("shared", language)
    numbers = _numbers(city, facts, shared)
    there = {"asks_applicants": facts.asks_applicants, "takes_reports": running.takes_reports()}
    activities = [one for one in text["activity"] if there.get(one.get("when", ""), True)]
    return Document(
        title=text["title"],
        author=city["official_name"],
        language=language,
        direction="ltr",
        day=shared["as_of"].format(day=languages.get(language).day(today)),
        over=city["official_name"],
        blocks=(
            Paragraph(text["lead"].format(**numbers), "lead"),
            *_open(text, city),
            Heading(text["section"]["who"]),
            _who(text, city),
            Heading(text["section"]["activities"]),
            *(block for one in activities for block in _activity(text, one, numbers)),
            Heading(text["section"]["receivers"]),
            *_receivers(text, city),
            Heading(text["section"]["measures"]),
            Facts(tuple(measures(language))),
        ),
    )


def _numbers(city: dict[str, Any], facts: running.Reach, shared: dict[str, Any]) -> dict[str, Any]:
    minutes = facts.deduplicate_minutes
    return {
        **asdict(facts),
        "city": city["official_name"],
        "plan": city["plan"]["name"],
        "deduplication": shared["deduplication"].format(minutes=minutes) if minutes else "",
        "mail_host": running.machines().mail_host or shared["no_mail"],
        "feedback_email": city["accessibility"]["feedback_email"],
    }


def _open(text: dict[str, Any], city: dict[str, Any]) -> list[Block]:
    found = gaps(city)
    return [
        Heading(text["section"]["open"]),
        Bullets(tuple(found)) if found else Paragraph(text["none"]["open"]),
    ]


def _who(text: dict[str, Any], city: dict[str, Any]) -> Facts:
    label, privacy = text["label"], city["privacy"]
    place = f"{city['street']}, {city['postal_code']} {city['town']}"
    reached = f"{privacy['controller']}, {place}, {city['phone']}, {city['email']}"
    return Facts((
        Fact(label["responsible"], reached),
        Fact(label["represented"], value_of(city, "imprint.represented_by") or "–"),
        Fact(label["officer"], f"{privacy['officer']}, {privacy['officer_email']}"),
        Fact(label["authority"], f"{privacy['authority']}, {privacy['authority_url']}"),
    ))  # fmt: skip


def _activity(text: dict[str, Any], activity: dict[str, str], numbers: dict[str, Any]) -> list[Block]:
    values = {key: activity[key].format(**numbers) for key in _LABELS}
    values["receivers"] = values["receivers"] or text["none"]["receivers"]
    values["abroad"] = values["abroad"] or text["none"]["abroad"]
    return [
        Heading(activity["title"], level=2),
        Facts(tuple(Fact(text["label"][key], values[key]) for key in _LABELS)),
    ]


def _receivers(text: dict[str, Any], city: dict[str, Any]) -> list[Block]:
    told, found = text["receivers"], running.ways()
    blocks: list[Block] = []
    if found:
        rows = tuple((way.kind, str(way.count), ", ".join(way.hosts) or "–") for way in found)
        columns = (
            Column(told["kind"], weight=2),
            Column(told["count"], numeric=True),
            Column(told["hosts"], weight=3),
        )
        blocks += [
            Paragraph(told["adapters"]),
            Table(told["caption"], columns, rows),
            Paragraph(told["abroad"], "small"),
        ]
    else:
        blocks.append(Paragraph(text["none"]["adapters"]))
    processors = [one for one in city["privacy"].get("processors", []) if isinstance(one, dict)]
    if not processors:
        return [*blocks, Paragraph(text["none"]["processors"])]
    named = [Fact(str(one.get("name", "–")), _processor(one)) for one in processors]
    return [*blocks, Heading(told["processors"], level=2), Facts(tuple(named))]


def _processor(one: dict[str, Any]) -> str:
    said = (one.get("task"), one.get("place"), one.get("contract"))
    return " · ".join(str(part) for part in said if part) or "–"
