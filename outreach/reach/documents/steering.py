"""The report to the steering group: one reading per measure, reach, what worked, what is not known."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from outreach import profile
from outreach.reach.documents import cautions, council, figures, parts
from outreach.reach.documents.figures import Found
from outreach.reach.documents.numbers import whole
from outreach.reach.documents.periods import Period
from outreach.reach.documents.readings import reading
from outreach.reach.documents.setting import Bullets, Column, Document, Heading, Paragraph, Table
from outreach.reach.documents.setting.blocks import Block
from outreach.reach.documents.words import Words
from outreach.reach.released import Figure, Mark

#: Table, dimension and the key of the section's heading.
_SECTIONS = (
    ("channel-medium", "channel", "channels"),
    ("language-channel", "language", "languages"),
    ("district-channel", "district", "districts"),
    ("family-channel", "family", "families"),
    ("channel-month", "month", "months"),
)
_STEPS = ("started", "finished", "invited", "hired")


def document(period: Period, language: str, now: datetime.datetime) -> Document:
    """The report for one period, in German or English."""
    say, city = Words(language), profile.city()
    found = {table: figures.of(table, period) for table, _dimension, _key in _SECTIONS}
    marks = cautions.of(period)
    funnel, kinds = figures.of("funnel-channel", period), figures.of("kind-quarter", period)
    return Document(
        title=say("steering.title"),
        author=city["official_name"],
        language=language,
        direction="ltr",
        day=say("steering.day", period=period.name(language), day=say.language.day(timezone.localdate(now))),
        over=say("steering.over", city=city["official_name"], plan=city["plan"]["name"]),
        blocks=(
            Paragraph(say("steering.lead"), "lead"),
            *_measures(period, city, say),
            *(
                block
                for table, dimension, key in _SECTIONS
                for block in _section(
                    found[table], dimension, say(f"steering.{key}"), say, marks if key == "channels" else ()
                )
            ),
            *_funnel(funnel, say),
            *_worked(found["channel-medium"], say, marks),
            *_unknown(found["channel-medium"], kinds, say),
            *council.workforce(city, say, council.define(city)["id"]),
            *(parts.how_to_read(say) if any([*found.values(), funnel]) else ()),
            *parts.protection([*found.values(), funnel, kinds], say),
        ),
    )


def _measures(period: Period, city: dict[str, Any], say: Words) -> list[Block]:
    measures = [one for one in city["plan"].get("measures", []) if isinstance(one, dict)]
    if not measures:
        return [Heading(say("steering.measures")), Paragraph(say("steering.no_measures"))]
    rows = tuple(
        (
            _in(one, "title", say) or "–",
            _in(one, "target", say) or say("steering.no_target"),
            reading(one, period, city, say),
            str(one.get("source", "–")),
        )
        for one in measures
    )
    weights = (("measure", 3.0), ("target", 2.0), ("reading", 3.0), ("source", 2.6))
    columns = tuple(Column(say(f"column.{name}"), weight=weight) for name, weight in weights)
    return [
        Heading(say("steering.measures")),
        Paragraph(say("steering.measures_text")),
        Table(say("caption.measures"), columns, rows),
    ]


def _in(measure: dict[str, Any], key: str, say: Words) -> str:
    """A text of the profile in the document's language, else in German."""
    return str(measure.get(f"{key}_{say.code}") or measure.get(key) or "")


def _section(found: Found, dimension: str, title: str, say: Words, marks: Sequence[Mark] = ()) -> list[Block]:
    return [Heading(title), *parts.by_dimension(found, dimension, say, marks)]


def _funnel(found: Found, say: Words) -> list[Block]:
    title = say("steering.funnel")
    if not found:
        return [Heading(title), Paragraph(say("steering.empty"))]
    name, keys = parts.named(found, "channel", say), found.by("channel")
    rows = sorted(
        (name(key), *(say.figure(found.cell(channel=key, step=step)) for step in _STEPS)) for key in keys
    )
    columns = (
        Column(say("column.channel"), weight=3.5),
        *(Column(say(f"column.{step}"), numeric=True, weight=1.4) for step in _STEPS),
    )
    return [
        Heading(title),
        Paragraph(say("steering.funnel_text")),
        Table(say("caption.funnel"), columns, tuple(rows)),
    ]


def _worked(found: Found, say: Words, marks: Sequence[Mark]) -> list[Block]:
    """Channels whose range lies wholly above that of the channel in the middle: never a bare ranking."""
    if not found:
        return [Heading(say("steering.worked")), Paragraph(say("steering.empty"))]
    name = parts.named(found, "channel", say)
    keys = certainly_ahead(found.by("channel"))
    ahead = [cautions.signed(name(key), key, marks) for key in keys]
    heading = Heading(say("steering.worked"))
    if not ahead:
        return [heading, Paragraph(say("steering.worked_none"))]
    notes = cautions.footnotes([mark for mark in marks if mark.channel in keys], say, sums=False)
    return [heading, Paragraph(say("steering.worked_text")), Bullets(tuple(ahead)), *notes]


def certainly_ahead(by_channel: dict[str, Figure]) -> list[str]:
    """Keys whose lower bound is above the upper bound of the middle one, by lower bounds; ties by key."""
    ordered = sorted(by_channel.items(), key=lambda row: (-row[1].lower, row[0]))
    if not ordered:
        return []
    middle = ordered[len(ordered) // 2][1].upper
    return [] if middle is None else [key for key, figure in ordered if figure.lower > middle]


def _unknown(channels: Found, kinds: Found, say: Words) -> list[Block]:
    told = []
    if channels:
        cells = sum("*" not in key for key in channels.cells)
        told.append(
            say(
                "steering.unknown_hidden",
                hidden=whole(say.language, channels.hidden),
                cells=whole(say.language, cells),
            )
        )
    if kinds:
        uncertain = kinds.by("kind").get("uncertain")
        told.append(say("steering.unknown_uncertain", number=say.figure(uncertain)))
    told += [say("steering.unknown_people"), say("steering.unknown_why")]
    return [Heading(say("steering.unknown")), Bullets(tuple(told))]
