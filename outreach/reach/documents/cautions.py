"""Figures to be read with care: a mark beside a channel's name, and a footnote that says why."""

from __future__ import annotations

from collections.abc import Iterable

from outreach.reach import released
from outreach.reach.documents.numbers import percent
from outreach.reach.documents.periods import Period, read
from outreach.reach.documents.setting import Paragraph
from outreach.reach.documents.setting.blocks import Block
from outreach.reach.documents.words import Words
from outreach.reach.released import Mark

#: What stands behind a marked name; no word, so that it is the same in every language.
SIGN = "*"


def of(period: Period) -> tuple[Mark, ...]:
    """The marks about ads that began in the period."""
    return tuple(released.marks(period.quarters) or ())


def signed(name: str, key: str, marks: Iterable[Mark]) -> str:
    """The channel's name, with the sign if there is something to know about it."""
    return f"{name} {SIGN}" if key in {mark.channel for mark in marks} else name


def footnotes(marks: Iterable[Mark], say: Words, *, sums: bool = True) -> list[Block]:
    """One sentence per mark, small, and (`sums`) that other tables hold the same openings; often nothing."""
    told = [_sentence(mark, say) for mark in marks]
    if not told:
        return []
    told += [say("caution.sums")] if sums else []
    return [Paragraph(f"{SIGN} {text}", "small") for text in told]


def _sentence(mark: Mark, say: Words) -> str:
    quarter = read(mark.quarter)
    return say(
        f"caution.{mark.why}",
        name=mark.name,
        quarter=quarter.name(say.code) if quarter else mark.quarter,
        share=percent(say.language, max(1, int(100 * mark.share)) / 100, digits=0),
    )
