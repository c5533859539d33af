"""What is told of channels to be read with care: "for at least 23 % of the openings it is unclear …"."""

from __future__ import annotations

import html
import math
import re
from collections.abc import Iterable
from fractions import Fraction

from django.utils.translation import gettext as _

from outreach.reach.attacks.knowledge import prose
from outreach.reach.attacks.knowledge.prints import Row
from outreach.reach.attacks.places.reading import Reading

#: The tables the shares are made of, the kinds that are warned of, and whose share of what they are.
TABLE, KINDS, PEOPLE = "kind-quarter", ("uncertain", "burst"), "person"
#: The section of a page, and what the same sentences stand under in files.
SECTION, LABELS = "vorsicht", ("Plausibilität", "Plausibility")
_FACT = re.compile(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", re.S)
_EACH = re.compile(r"(?=Bei mindestens |For at least )")


def on_page(reading: Reading, place: str, page: bytes) -> None:
    """The box above the figures, and the line below them."""
    judge(reading, place, prose.sentences(page, SECTION))
    text = page.decode("utf-8", "replace")
    in_rows(reading, place, [[html.unescape(cell) for cell in fact] for fact in _FACT.findall(text)])


def in_rows(reading: Reading, place: str, rows: Iterable[Row]) -> None:
    """The line of a file."""
    for row in rows:
        if len(row) > 1 and row[0] in LABELS:
            judge(reading, place, _EACH.split(row[1]))


def judge(reading: Reading, place: str, sentences: Iterable[str]) -> None:
    """Each share says no more than two published brackets of a channel named in its sentence."""
    least = _least(reading)
    for sentence in sentences:
        named = [share for name, share in least.items() if name in sentence]
        for share in prose.shares(sentence):
            open_end = share.upper == 100  # "at least": of the other end nothing is known
            fits = open_end and any(share.lower <= most for most in named)
            reading.judge_text(place, _("Warnung"), f"{share.lower:g} … {share.upper:g} %", fits)


def _least(reading: Reading) -> dict[str, int]:
    """The channel's name -> its largest least share in whole percent, of any kind and quarter."""
    found: dict[str, int] = {}
    for table in reading.outlook.publication.named(TABLE):
        kind, channel = (table.dimensions.index(one) for one in ("kind", "channel"))
        cells = {(key[kind], key[channel]): shown for key, shown in table.inner().items()}
        for (name_of_kind, one), part in cells.items():
            people = cells.get((PEOPLE, one))
            if name_of_kind in KINDS and people and people.upper is not None and part.lower:
                share = math.floor(100 * Fraction(part.lower, part.lower + people.upper))
                name = table.label("channel", one)
                found[name] = max(found.get(name, 0), share, 1)
    return found
