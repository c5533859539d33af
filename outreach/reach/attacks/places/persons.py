"""The pages about applications and voluntary answers: counts of persons, shares, estimates."""

from __future__ import annotations

import html
import math
import re
from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations

from outreach.reach.attacks.knowledge import prints, prose
from outreach.reach.attacks.knowledge.implied import Range
from outreach.reach.attacks.knowledge.prints import Read, Row
from outreach.reach.attacks.knowledge.publication import Key, Shown
from outreach.reach.attacks.places.reading import Reading
from outreach.reach.disclosure import questions
from outreach.reach.disclosure.estimates import Noise, estimate_within
from outreach.reach.funnel import bounds

FUNNEL, ANSWERS = "/reichweite/trichter/", "/reichweite/antworten/"
STEPS = ("funnel-channel", "family-channel")
OF_ADS = ("funnel-posting", "posting-channel")
ASKED = {"disclosure": 2, "heard": 1}
_UNKNOWN = Read(0, None)
#: So many quarters and ads are read: time is bounded.
QUARTERS, ADS = 4, 5
_OPTION = re.compile(r"<option[^>]*>(\d{4}-Q\d)</option>")
_AD = re.compile(r'href="(/reichweite/trichter/\d+/)"')
_TERM = re.compile(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", re.S)
_TOLD = re.compile(r"(\d[\d.,]*) (?:bis|to) (\d[\d.,]*) (?:Antworten|answers)")


def read(reading: Reading) -> None:
    """Every quarter of both pages, and some ads."""
    for place, page in _quarters(reading, FUNNEL):
        rows = [row for row in prints.of_html(page) if row]
        _counts(reading, place, rows, STEPS)
        _shares(reading, place, rows, rows)
        for address in list(dict.fromkeys(_AD.findall(page.decode())))[:ADS]:
            terms = [[_plain(term), _plain(text)] for term, text in _TERM.findall(_text(reading, address))]
            _counts(reading, address, terms, OF_ADS)
            _shares(reading, address, terms, [["", *(text for _term, text in terms)]])
    for place, page in _quarters(reading, ANSWERS):
        _answers(reading, place, page)


def _quarters(reading: Reading, address: str) -> list[tuple[str, bytes]]:
    """The page of the newest quarter and of those before it, that can be chosen there."""
    page = reading.staff(address)
    others = list(dict.fromkeys(_OPTION.findall(page.decode())))[1:QUARTERS]
    places = [f"{address}?quartal={quarter}" for quarter in others]
    return [(address, page), *((place, reading.staff(place)) for place in places)]


def _text(reading: Reading, address: str) -> str:
    return reading.staff(address).decode("utf-8", "replace")


def _plain(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", text)).split())


def _counts(reading: Reading, place: str, rows: Iterable[Row], tables: tuple[str, ...]) -> None:
    """Every count, of the name in its row if a table knows it."""
    for row in rows:
        for found in filter(None, map(prints.number, row[1:])):
            fits = any(implied.allows(found, row[0]) for implied in reading.any_of(tables))
            reading.judge(place, row[0], found, fits)


def _shares(reading: Reading, place: str, rows: Iterable[Row], counted: Iterable[Row]) -> None:
    """No share is closer than some two of the counts beside it allow, alone or as a part of another row."""
    counts: dict[str, list[Read]] = {}
    for row in counted:
        counts.setdefault(row[0], [prints.number(cell) or _UNKNOWN for cell in row[1:]])
    for row in rows:
        mine = counts.get(row[0]) or counts.get("", [])
        for share in [share for cell in row[1:] for share in prose.shares(cell)]:
            fits = any(_is_wide(share, before, after) for before, after in combinations(mine, 2))
            fits = fits or any(_is_sure(share, mine, all_of_them) for all_of_them in counts.values())
            reading.judge_text(place, row[0], f"{share.lower:g} … {share.upper:g} %", fits)


def _is_wide(share: prose.Percent, before: Read, after: Read) -> bool:
    """In fractions: as floating-point numbers, 14 of 25 are a little more than 56 %."""
    least = min(Fraction(1), Fraction(after.lower) / Fraction(before.upper)) if before.upper else Fraction(0)
    known = before.lower and after.upper is not None
    most = min(Fraction(1), Fraction(after.upper or 0) / Fraction(before.lower)) if known else Fraction(1)
    return share.lower <= math.floor(100 * least) and share.upper >= math.ceil(100 * most)


def _is_sure(share: prose.Percent, mine: list[Read], whole: list[Read]) -> bool:
    """Whether a share follows from what is known of this row and of the one that holds it (Fréchet)."""
    for before, after in combinations(range(min(len(mine), len(whole))), 2):
        through, came, went = (bounds.Range(*one[:2]) for one in (mine[before], whole[before], whole[after]))
        sure = bounds.passed(through, came, went)
        if sure and share.lower <= sure.percent[0] and share.upper >= sure.percent[1]:
            return True
    return False


def _answers(reading: Reading, place: str, page: bytes) -> None:
    """Counts of noisy answers, and estimates: worked out again from the tables."""
    known = _estimates(reading)
    for row in prints.of_html(page):
        if len(row) != 3:
            continue
        shares = prose.shares(row[1])
        if len(shares) == 2:
            told = (shares[0].lower, *shares[1])
            reading.judge_text(place, row[0], row[1], told in known)
        _counts(reading, place, [[row[0], row[2]]], tuple(ASKED))
    for low, high in _TOLD.findall(prose.words(page)):
        found = Read(prose.whole(low), prose.whole(high))
        fits = any(implied.allows(found) for implied in reading.any_of(tuple(ASKED)))
        reading.judge(place, "", found, fits)


def _estimates(reading: Reading) -> set[tuple[float, float, float]]:
    """Value and interval in whole percent, of each answer to each question in each quarter."""
    found = set()
    for question, groups in ASKED.items():
        for table in reading.outlook.publication.named(question):
            cells: dict[Key, dict[str, Shown]] = defaultdict(dict)
            for key, shown in table.inner().items():
                cells[key[:groups]][key[-1]] = shown
            for key, told in cells.items():
                noise = questions.noise(question, int(key[-1]))
                found |= {one for answer in told if (one := _estimate(answer, told, noise))}
    return found


def _estimate(answer: str, told: dict[str, Shown], noise: Noise) -> tuple[float, float, float] | None:
    mine, others = told[answer], [shown for other, shown in told.items() if other != answer]
    most = [shown.upper for shown in others]
    if mine.upper is None or None in most:
        return None
    rest: Range = (sum(shown.lower for shown in others), sum(filter(None, most)))
    made = estimate_within((mine.lower, mine.upper), rest, noise)  # type: ignore[arg-type]
    if made is None or not made.enough:
        return None
    value, lower, upper = (float(round(100 * part)) for part in made.shown)
    return value, lower, upper
