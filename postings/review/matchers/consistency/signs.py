"""The signs of gender-fair forms in one text: Schüler*innen, Schüler:innen, Schülerinnen und Schüler."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from postings.review.anchors.wording import Place, Wording
from postings.review.cutting.masking import TITLE_SIGN
from postings.review.matchers.scan import Match, Scan
from postings.review.memory import Pieces
from postings.review.model import Edit, Replacement, Severity

_SIGN = Wording(r"\b(?P<stem>[A-ZÄÖÜ][\w-]{2,40}?)(?P<sign>[*:_·]|/-?)(?P<end>innen|in)\b")
_ARTICLE = Wording(
    r"\b(?P<stem>(?:[Ee]in|[Kk]ein|[Ii]hr|[Uu]nser|[Dd]ein|[Jj]ed|[Dd]ies|[Ee]rfahren|[Gg]ut)(?:e[rnm]?)?)"
    r"(?P<sign>[*:_])(?P<end>[a-z]{1,2})\b"
)
_PAIR = Wording(
    r"\b(?P<stem>[A-ZÄÖÜ][\w-]{2,40}?)(?P<end>innen) (?:und|oder|bzw\.|sowie|"
    r"/) (?P<other>[A-ZÄÖÜ][\w-]{2,40})\b"
)
_PAIR_BACK = Wording(
    r"\b(?P<other>[A-ZÄÖÜ][\w-]{2,40}) (?:und|oder|bzw\.|sowie) "
    r"(?P<stem>[A-ZÄÖÜ][\w-]{2,40}?)(?P<end>innen)\b"
)
_SIGNS = {"star": "*", "colon": ":", "underscore": "_", "slash": "/-", "dot": "·"}
_PLAIN = str.maketrans("äöüÄÖÜ", "aouAOU")
_NOTE = "Im Haus gilt der Genderstern: Ändern Sie dann die anderen Stellen."


class Form(NamedTuple):
    """A form with its place and the name of its sign."""

    match: Place
    name: str


def find(scan: Scan) -> Iterator[Match]:
    """Forms whose sign is not the one the text uses otherwise; between as many the house's star decides."""
    forms = _forms(scan.analysis.rows)
    counts = Counter(form.name for form in forms)
    if len(counts) < 2:
        return
    wanted = _wanted(scan, counts)
    note = _NOTE if scan.style == "house" and "star" in counts and wanted != "star" else None
    for match, name in forms:
        if name != wanted:
            severity: Severity | None = "hint" if "pair" in (name, wanted) else None
            yield Match(match.start(), match.end(), _with_sign(match, wanted, safe=not note), note, severity)


def _forms(rows: Pieces) -> list[Form]:
    forms = [Form(match, _name(match["sign"])) for match in _SIGN.in_rows(rows)]
    if forms:
        forms += [Form(match, _name(match["sign"])) for match in _ARTICLE.in_rows(rows)]
    for pattern in (_PAIR, _PAIR_BACK):
        forms += [Form(m, "pair") for m in pattern.in_rows(rows) if _same_person(m)]
    return sorted(forms, key=lambda form: form.match.start())


def _name(sign: str) -> str:
    return next((name for name, each in _SIGNS.items() if each == sign), "slash")


def _wanted(scan: Scan, counts: Counter[str]) -> str:
    if scan.style not in ("house", "neutral") and scan.style in counts:
        return scan.style
    return max(counts, key=lambda name: (counts[name], name == "star"))


def _same_person(match: Place) -> bool:
    stem, other = match["stem"].translate(_PLAIN).lower(), match["other"].translate(_PLAIN).lower()
    return other.startswith(stem[:-1]) and len(other) - len(stem) <= 3


def _with_sign(match: Place, wanted: str, *, safe: bool) -> tuple[Replacement, ...]:
    sign = _SIGNS.get(wanted)
    if sign is None or ("other" in match.match.groupdict() and not match["other"].startswith(match["stem"])):
        return ()
    if match.match.re is _ARTICLE.regex and wanted not in ("star", "colon", "underscore"):
        return ()
    new = f"{match['stem']}{sign}{match['end']}"
    style = "star" if wanted == "dot" else wanted
    return (Replacement(style, new, safe, (Edit(match.start(), match.end() - match.start(), new),)),)


def title_signs(scan: Scan) -> Iterator[Match]:
    """ "(m/w/d)" in one place and "(w/m/d)" in another: all but the first way."""
    found = list(TITLE_SIGN.finditer(scan.analysis.masked))
    for match in found[1:]:
        if _bare(match) != _bare(found[0]):
            yield Match(match.start(), match.end())


def _bare(match: re.Match[str]) -> str:
    return re.sub(r"\W", "", match.group().lower())
