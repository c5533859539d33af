"""The answer to the council question on applications per job, under one named definition.

What is not collected is said, never worked out from something else.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from outreach import profile
from outreach.reach import released
from outreach.reach.documents import cautions, figures, parts, shares
from outreach.reach.documents.figures import Found
from outreach.reach.documents.numbers import percent, whole
from outreach.reach.documents.periods import Period
from outreach.reach.documents.setting import (
    Bullets,
    Column,
    Document,
    Heading,
    Notice,
    Paragraph,
    Table,
)
from outreach.reach.documents.setting.blocks import Block
from outreach.reach.documents.words import Words
from outreach.reach.protection import settings as release_settings
from outreach.reach.released import TOTAL, Figure
from postings import families
from postings.models import Posting

#: Steps the portal reports that the question is about, in order.
STEPS = ("finished", "invited", "hired")


def document(
    period: Period, language: str, now: datetime.datetime, definition: str | None = None
) -> Document:
    """The answer for one period. KeyError for a definition the city's profile does not have."""
    say, city = Words(language), profile.city()
    chosen = define(city, definition)
    postings = figures.of("funnel-posting", period)
    return Document(
        title=say("council.title"),
        author=city["official_name"],
        language=language,
        direction="ltr",
        day=say("council.day", period=period.name(language), day=say.language.day(timezone.localdate(now))),
        over=say("council.over", city=city["official_name"]),
        blocks=(
            Paragraph(_question(city, say), "lead"),
            *_short(postings, say),
            Heading(say("council.definition")),
            Paragraph(
                say("council.definition_text", **{key: chosen[key] for key in ("name", "text", "source")})
            ),
            *_share(chosen, period, say),
            *_postings(postings, say),
            *_families(postings, say),
            *_cautions(period, postings, say),
            Heading(say("council.missing")),
            Bullets(tuple(say(f"council.missing_{what}") for what in ("rejected", "group", "posting"))),
            *workforce(city, say, chosen["id"]),
            *(parts.how_to_read(say) if postings else ()),
            *parts.protection([postings], say),
        ),
    )


def define(city: dict[str, Any], definition: str | None = None) -> dict[str, str]:
    """The definition by its id; without one the plan's own (`plan.definition`), else the first."""
    known = {one["id"]: one for one in city["definitions"]}
    wanted = definition or city["plan"].get("definition") or next(iter(known))
    return known[wanted]


def _question(city: dict[str, Any], say: Words) -> str:
    number = city["plan"].get("council_question")
    return say("council.question_named", number=number) if number else say("council.question")


def _short(postings: Found, say: Words) -> list[Block]:
    if not postings:
        weeks = release_settings.current().settle_weeks
        return [Notice(say("figure.unknown_title"), say("council.empty", weeks=weeks))]
    rows = _rows(postings)
    hidden = sum(
        any(figure is not None and figure.hidden for figure in row.values()) for row in rows.values()
    )
    sums = postings.by("step")
    told = [
        say("council.sum_postings", number=whole(say.language, len(rows)), hidden=whole(say.language, hidden))
    ]
    told += [say(f"council.sum_{step}", number=say.figure(sums.get(step))) for step in STEPS]
    return [Heading(say("council.short")), Bullets(tuple(told))]


def _rows(postings: Found) -> dict[str, dict[str, Figure | None]]:
    """Posting -> step -> figure."""
    place = postings.dimensions.index("posting")
    keys = sorted({key[place] for key in postings.cells} - {TOTAL})
    return {key: {step: postings.cell(posting=key, step=step) for step in STEPS} for key in keys}


def _postings(postings: Found, say: Words) -> list[Block]:
    if not postings:
        return []
    return [
        Heading(say("council.postings")),
        Paragraph(say("council.postings_text")),
        _table(say("caption.posting"), "posting", _rows(postings), postings, say),
    ]


def _families(postings: Found, say: Words) -> list[Block]:
    """Sums of published figures: they tell nothing that the table of jobs does not."""
    if not postings:
        return []
    rows = _rows(postings)
    filed = Posting.objects.filter(pk__in=[int(key) for key in rows]).values_list("pk", "filing__family")
    family_of = {str(pk): family or families.OTHER for pk, family in filed}
    grouped: dict[str, list[dict[str, Figure | None]]] = defaultdict(list)
    for key, row in rows.items():
        grouped[family_of.get(key, families.OTHER)].append(row)
    sums = {
        family: {step: _sum(row[step] for row in some) for step in STEPS} for family, some in grouped.items()
    }
    return [
        Heading(say("council.families")),
        Paragraph(say("council.families_text")),
        _table(say("caption.council_family"), "family", sums, postings, say),
    ]


def _cautions(period: Period, postings: Found, say: Words) -> list[Block]:
    """Channels whose openings stand out: that these figures, of applications, are not made of them."""
    names = sorted({mark.name for mark in cautions.of(period)})
    if not postings or not names:
        return []
    return [Paragraph(f"{cautions.SIGN} {say('caution.applications', names=', '.join(names))}", "small")]


def _sum(figures_of_jobs: Iterable[Figure | None]) -> Figure | None:
    known = [figure for figure in figures_of_jobs if figure is not None]
    return released.add(known) if known else None


def _table(
    caption: str, dimension: str, rows: dict[str, dict[str, Figure | None]], found: Found, say: Words
) -> Table:
    name = parts.named(found, dimension, say)
    columns = (
        Column(say(f"column.{dimension}"), weight=4),
        *(Column(say(f"column.{step}"), numeric=True, weight=1.5) for step in STEPS),
    )
    told = sorted((name(key), *(say.figure(row[step]) for step in STEPS)) for key, row in rows.items())
    return Table(caption, columns, tuple(told))


def _share(chosen: dict[str, str], period: Period, say: Words) -> list[Block]:
    found = shares.of(chosen["id"], period, say)
    blocks: list[Block] = [Heading(say("council.share"))]
    if not found:
        return [*blocks, Notice(say("figure.unknown_title"), say("council.share_none"))]
    rows = [
        say(
            "council.share_row",
            name=one.name,
            share=percent(say.language, one.share),
            low=percent(say.language, one.low),
            high=percent(say.language, one.high),
            answers=say.figure(one.answers),
        )
        for one in found
    ]
    return [*blocks, Bullets(tuple(rows)), Paragraph(say("council.share_text"), "small")]


def workforce(city: dict[str, Any], say: Words, definition: str) -> list[Block]:
    """The share among the staff from the profile, with its own definition; nothing if there is none."""
    known = city["plan"].get("workforce")
    if not isinstance(known, dict):
        return []
    names = {one["id"]: one["name"] for one in city["definitions"]}
    text = say(
        "council.workforce_text",
        day=say.language.day(known["on"]),
        share=percent(say.language, known["share"] / 100, digits=2),
        count=whole(say.language, known["count"]),
        of=whole(say.language, known["of"]),
        definition=names.get(known["definition"], known["definition"]),
        source=known["source"],
    )
    other = f" {say('council.workforce_other')}" if known["definition"] != definition else ""
    return [Heading(say("council.workforce")), Paragraph(text + other)]
