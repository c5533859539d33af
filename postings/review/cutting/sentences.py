"""Where sentences begin and end in German office prose: abbreviations, dates, list items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postings.review.cutting.masking import Line

# Without their full stop; what ends a sentence more often than not ("etc.", "usw.") is left out.
_ABBREVIATION_LIST = """
    abs abt allg apl art aufl az bd bes besgr betr bgm bspw bzgl bzw ca chem co dez dipl dr egr entg
    entgeltgr entggr evtl exkl feb ff fr geb gem gez ggf ggfs gr habil hbf hon
    hr hrsg ing inkl insb jan jul jun jur kap kfm kl lit ltd mag max med
    min mind mio mrd mtl nat nov nr okt phil pkt prof päd rd rer resp sept sog soz std stdn stellv
    str techn tel tsd urspr verg verggr verw vgl vorauss vs wiss wöch zzgl zzt
"""
_BEFORE_ORDINAL_LIST = """
    ab am beim bis das dem den der des die ein eine einem einer ihr ihre im jede jeder jedes oder seit
    spätestens und unser unsere vom zum
"""
_MONTH_LIST = """
    januar februar märz april mai juni juli august september oktober november dezember jänner
"""
_ABBREVIATIONS = frozenset(_ABBREVIATION_LIST.split())
_BEFORE_ORDINAL = frozenset(_BEFORE_ORDINAL_LIST.split())
_MONTHS = frozenset(_MONTH_LIST.split())
_COUNTED = ("Lebensjahr", "Geburtstag")  # "bis zum vollendeten 40. Lebensjahr"
_STOP = re.compile(r"[.!?…]+[)\]»«\"“”’'*]*(?=\s|$)")
_WORD_BEFORE = re.compile(r"(\w+)$")
_NEXT = re.compile(r"\s+[(\[„“\"»'‚]*(\w*)")
_SPACE = re.compile(r"\s*")
_WRAPPED = 55
# A line that ends so goes on, however short it is.
_OPEN = re.compile(r"(?:\b(?:und|oder|sowie|bzw\.|der|des|dem|den|vom|zum|zur|im)|\w/)$")
_OPEN_MIN = 20
_ENDLESS = 4000


def split(masked: str, lines: list[Line]) -> list[tuple[int, int]]:
    """The sentences as (start, end), in order; headings and list items stand alone."""
    sentences: list[tuple[int, int]] = []
    for start, end in _blocks(masked, lines):
        begin = start
        for stop in _stops(masked, start, end):
            sentences += _bounded(masked, begin, stop)
            begin = _after_space(masked, stop, end)
        if begin < end:
            sentences += _bounded(masked, begin, end)
    return sentences


def _bounded(masked: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence; one without end in parts, between words where it has any."""
    while end - start > _ENDLESS:
        space = masked.rfind(" ", start + 1, start + _ENDLESS)
        stop = space if space > 0 else start + _ENDLESS
        yield start, stop
        start = _after_space(masked, stop, end)
    if start < end:
        yield start, end


def _after_space(masked: str, stop: int, end: int) -> int:
    return _SPACE.match(masked, stop, end).end()  # type: ignore[union-attr]  # matches always


def _blocks(masked: str, lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Runs of lines that belong together: a line goes on where it was wrapped within a sentence."""
    start: int | None = None
    end = 0
    for line in lines:
        goes_on = start is not None and line.kind in ("text", "heading") and _is_wrapped(masked, end, line)
        goes_on = goes_on and end - (start or 0) < 20_000
        if start is not None and not goes_on:
            yield start, end
            start = None
        if line.kind == "blank":
            continue
        if start is None:
            start = line.start
        end = line.end
    if start is not None:
        yield start, end


def _is_wrapped(masked: str, end: int, following: Line) -> bool:
    line_start = masked.rfind("\n", 0, end) + 1
    if masked.count("\n", end, following.start) != 1 or end - line_start < _OPEN_MIN:
        return False
    if _OPEN.search(masked[max(line_start, end - 12) : end]):
        return True
    if end - line_start < _WRAPPED:
        return False
    return masked[end - 1] not in ".!?:;" and (masked[following.start].islower() or masked[end - 1] in ",-")


def _stops(masked: str, start: int, end: int) -> Iterator[int]:
    for stop in _STOP.finditer(masked, start, end):
        if stop.end() >= end or _ends(masked, stop, end):
            yield stop.end()


def _ends(masked: str, stop: re.Match[str], end: int) -> bool:
    following = _NEXT.match(masked, stop.end(), min(end, stop.end() + 60))
    next_word = following.group(1) if following else ""
    if next_word[:1].islower():
        return False
    if stop.group()[:1] != "." or len(stop.group()) > 1:
        return True
    before = _WORD_BEFORE.search(masked[max(0, stop.start() - 40) : stop.start()])
    if before is None:
        return True
    word = before.group(1)
    if word.isdigit():
        return not _is_ordinal(masked, stop.start() - len(word), word, next_word)
    if len(word) == 1 and word.isalpha():
        return False
    return word.lower() not in _ABBREVIATIONS


def _is_ordinal(masked: str, offset: int, number: str, next_word: str) -> bool:
    if len(number) > 2:
        return False
    if next_word.lower() in _MONTHS or next_word.startswith(_COUNTED):
        return True
    before = _WORD_BEFORE.search(masked[max(0, offset - 30) : offset].rstrip())
    return before is not None and before.group(1).lower() in _BEFORE_ORDINAL
