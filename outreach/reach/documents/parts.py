"""Parts that several documents share: tables of released figures, and how they were protected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from django.utils import timezone, translation

from channels.routing.languages import name_in
from outreach.reach.documents import cautions, drawings
from outreach.reach.documents.figures import Found
from outreach.reach.documents.setting import Column, Heading, Paragraph, Table
from outreach.reach.documents.setting.blocks import Block
from outreach.reach.documents.words import Words
from outreach.reach.released import Mark
from postings import families

#: Rows a table shows at most; a year of a big city has hundreds of channels.
MOST_ROWS = 40


def named(found: Found, dimension: str, say: Words) -> Callable[[str], str]:
    """The name of a key in the document's language, as far as we have one; else the released label."""

    def name(key: str) -> str:
        if not key or key == "None":
            return say("name.none")
        if dimension == "language":
            return name_in(key, say.code)
        if dimension == "month":
            year, month = key.split("-")
            return f"{say.language.content['months'][int(month) - 1]} {year}"
        if dimension == "family":
            with translation.override(say.code):
                return families.name_of(key)
        return found.label(dimension, key)

    return name


def by_dimension(found: Found, dimension: str, say: Words, marks: Sequence[Mark] = ()) -> list[Block]:
    """Chart and table of openings by one dimension, the largest lower bound first; or that there is none.

    Months stand in their own order. `marks`: of channels, told below the table.
    """
    if not found:
        return [Paragraph(say("steering.empty"))]
    name = named(found, dimension, say)
    rows = list(found.by(dimension).items())  # by key: months in order
    if dimension != "month":
        rows.sort(key=lambda row: (-row[1].lower, name(row[0])))
    named_rows = [(name(key), figure) for key, figure in rows[:MOST_ROWS]]
    cells = tuple(
        (cautions.signed(name(key), key, marks), say.figure(figure)) for key, figure in rows[:MOST_ROWS]
    )
    caption = say(f"caption.{dimension}")
    columns = (Column(say(f"column.{dimension}"), weight=3), Column(say("column.openings"), numeric=True))
    shown = {key for key, _figure in rows[:MOST_ROWS]}
    notes = cautions.footnotes([mark for mark in marks if mark.channel in shown], say)
    return [*drawings.bars(caption, named_rows, say), Table(caption, columns, cells), *notes]


def how_to_read(say: Words) -> list[Block]:
    """What ranges and "protected" mean, once for the whole document."""
    return [Heading(say("figure.heading")), Paragraph(say("figure.note"))]


def protection(used: Iterable[Found], say: Words) -> list[Block]:
    """How the figures of a document are protected, and which releases they come from."""
    found = [one for one in used if one]
    if not found:
        return []
    tables = {table.digest: table for one in found for table in one.tables}
    told = [
        say(
            "protection.release",
            table=table.name,
            period=table.period,
            released=say.language.day(timezone.localdate(table.released_at)),
            digest=table.digest[:12],
        )
        for table in sorted(tables.values(), key=lambda table: (table.name, table.period))
    ]
    return [
        Heading(say("protection.heading")),
        Paragraph(say("protection.text", threshold=max(one.threshold for one in found))),
        Paragraph(say("protection.stamp", releases="; ".join(told)), "small"),
    ]
