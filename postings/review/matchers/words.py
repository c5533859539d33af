"""Matcher `words`: what is odd about a single word. A rule names a check, and the words it allows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from postings.review.anchors.wording import Place, places
from postings.review.cutting.masking import TITLE_SIGN
from postings.review.matchers.scan import Match, Scan
from postings.review.model import Edit, Replacement
from postings.review.rulebook import Rule

# What must not stand before a word is asked after its first letter: so `re` can leap to capitals.
_CAPITALS = re.compile(
    r"[A-ZÄÖÜ](?<![\w@./-].)[A-ZÄÖÜ]{1,29}(?:[ ,]{1,2}[A-ZÄÖÜ]{2,30})*(?![\w@*/-]|[.:_]\w)"
)
_LONG = re.compile(r"[A-ZÄÖÜ](?<![\w-].)[a-zäöüß]{24,80}(?![\w*:_-])")
_SHORT = re.compile(r"[A-ZÄÖÜ](?<![\w@./&+-].)[A-Za-zÄÖÜäöü]{0,11}[A-ZÄÖÜ](?![\w@&*:_+]|[./]\w)")
_LAW = re.compile(
    r"(?:[A-ZÄÖÜ][A-Za-zäöü]*(?:VO|VfG|GB|BG|StG|LG|SG|DG|VG|GG|WiG|GO)|[A-ZÄÖÜ]{1,4}[a-z]{1,4}G|SGB|BGB|StGB|HGB|"
    r"HOAI|VOB|VOL|VgV|[A-Z]{2,3}G|[A-Z][a-z]+O)"
)
_MIXED = re.compile(r"[A-ZÄÖÜ]{1,2}[a-zäöü]{1,2}[A-ZÄÖÜ]{1,2}")  # HzE, KdU
_KNOWLEDGE = re.compile(
    r"(?:[Kk]enntniss\w*|[Ee]rfahrung\w*|[Uu]mgang|sicher) (?:in|im|mit|mit dem|mit der|der|des) $"
)
_ROMAN = re.compile(r"[IVXLC]+")
_NUMBER = re.compile(r" (?:[IVX]{1,4}\b(?:(?:,| und) [IVX]{1,4}\b)*)")
# "Erzieher:in in der Kita" is no doubled word.
_TWICE = re.compile(r"(?<![\w*:/-])(?P<word>[A-Za-zÄÖÜäöüß]{2,7}) (?i:(?P=word))(?![\w-])")
_MAX = 50


def find(rule: Rule, scan: Scan) -> Iterator[Match]:
    """The odd words, without those that the rule knows."""
    return CHECKS[rule.options["check"]](scan, frozenset(rule.options["known"]))


def capitals(scan: Scan, known: frozenset[str]) -> Iterator[Match]:
    """Whole words in capitals: long ones, and known short ones ("NICHT", "NUR")."""
    for match in places(scan.analysis.rows, _CAPITALS):
        words = re.findall(r"\w+", match.group())
        loud = [word for word in words if len(word) >= 9 or word in known]
        if loud and f"!{words[0]}" not in known and not _is_heading(scan, match):
            yield Match(match.start(), match.end())


def _is_heading(scan: Scan, match: Place) -> bool:
    """Whether a whole line is set so, as a title or above a list: the eye takes it as one."""
    line = scan.analysis.line_at(match.start())
    words = scan.analysis.masked[line.start : line.end].strip(" :*#")
    return line.kind != "bullet" and words == words.upper() and scan.analysis.masked.strip(" :*#\n") != words


def long(scan: Scan, known: frozenset[str]) -> Iterator[Match]:
    """Very long words without a hyphen that do not end in one of the known words."""
    ends = tuple(known)
    for match in places(scan.analysis.rows, _LONG):
        if len(match.group()) >= 30 and not match.group().removesuffix("n").endswith(ends):
            yield Match(match.start(), match.end())


def laws(scan: Scan, known: frozenset[str]) -> Iterator[Match]:
    """Short names of laws that the text does not explain, each once."""
    for match in _unexplained(scan, known):
        if _LAW.fullmatch(match.group()):
            number = _NUMBER.match(scan.analysis.masked, match.end())
            if number and number.group() == " IX":
                continue  # the clause on disabled people cites it so
            yield Match(match.start(), number.end() if number else match.end())


def abbreviations(scan: Scan, known: frozenset[str]) -> Iterator[Match]:
    """Abbreviations that the text does not explain, each once: those marked with "!", and what one must know.

    Of other letters nobody can tell whether they are the name of a house that everyone in town knows.
    """
    for match in _unexplained(scan, known):
        word = match.group()
        short = len(word) <= 5 and (word.isupper() or _MIXED.fullmatch(word))
        if f"!{word}" in known or (
            short
            and not _LAW.fullmatch(word)
            and not _ROMAN.fullmatch(word)
            and _KNOWLEDGE.search(scan.analysis.masked, max(0, match.start() - 40), match.start())
        ):
            yield Match(*match.span())


def _unexplained(scan: Scan, known: frozenset[str]) -> Iterator[Place]:
    """Each word of capitals at its first place, unless brackets explain it somewhere."""
    masked, seen = scan.analysis.masked, set(known)
    for match in places(scan.analysis.rows, _SHORT):
        word = match.group()
        if word in seen or len(seen) > len(known) + _MAX:
            continue
        seen.add(word)
        if not _is_explained(masked, match) and not _stands_in_capitals(scan, match):
            yield match


def _is_explained(masked: str, match: Place) -> bool:
    """As in "Referenzrahmen (GER)", "GER (Referenzrahmen)", "GER = …"; or it proves something: "§ 7 AGG"."""
    before = masked[max(0, match.start() - 40) : match.start()]
    if before.endswith(("„", "»")) or "§" in before or before.rfind("(") > before.rfind(")"):
        return True
    if re.match(r" ?(?:\([A-ZÄÖÜa-zäöü][\w -]{6,}|= |– das |\)|“|«)", masked[match.end() : match.end() + 30]):
        return True
    return f"({match.group()})" in masked


def _stands_in_capitals(scan: Scan, match: Place) -> bool:
    """In a line that shouts there is no telling an abbreviation from a word."""
    line = scan.analysis.line_at(match.start())
    words = TITLE_SIGN.sub("", scan.analysis.masked[line.start : line.end])
    return sum(char.isupper() for char in words) * 2 > sum(char.isalpha() for char in words) > 12


def doubled(scan: Scan, known: frozenset[str]) -> Iterator[Match]:
    """One of the known words twice in a row."""
    for match in places(scan.analysis.rows, _TWICE):
        word = match["word"]
        if word.lower() in known:
            edit = Edit(match.start(), match.end() - match.start(), word)
            yield Match(match.start(), match.end(), (Replacement("neutral", word, True, (edit,)),))


CHECKS: dict[str, Callable[[Scan, frozenset[str]], Iterator[Match]]] = {
    "capitals": capitals,
    "long": long,
    "laws": laws,
    "abbreviations": abbreviations,
    "doubled": doubled,
}
