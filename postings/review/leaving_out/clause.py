"""The last clause of a sentence left out: "Wir suchen Verstärkung, denn unser bester Mann geht"."""

from __future__ import annotations

import re

from postings.review.leaving_out import sole, words
from postings.review.model import Edit

#: "Frauen werden schwanger, daher …": what it follows from is no better.
_FOLLOWS = re.compile(r",\s+(?:daher|deshalb|darum|deswegen)\b")
_PEOPLE = re.compile(
    r"\w+innen\b|\b(?:Frau|Männ|Mütter|Väter|Mädchen|Jung|Junge|Älter|Kinder|Ausländ|Mosl|Musl)|schwanger"
)
_JOINS = re.compile(r"\b(?:und|oder|sowie)\b")
_END = re.compile(r"[\s.!?]*\Z")
#: A reason, a purpose, a reservation: what stands before does without it.
_REASON = re.compile(
    r",\s+(?:weil|denn|da|damit|sodass|so dass|daher|deshalb|darum|deswegen|obwohl|obgleich|auch wenn"
    r"|selbst wenn)\s|;\s+"
)
#: Whoever reads it may apply in any case: "Bewerben Sie sich, wenn Sie jung sind".
_IF = re.compile(r",\s+(?:wenn|falls|sofern|solange)\s")
_CALLS = re.compile(r"\W*(?:(?:Bewerben|Melden) Sie sich|(?:Bewirb|Melde) dich)(?: \w+)*")
_RELATIVE = re.compile(
    r",\s+(?:(?:in|mit|bei|auf|an|aus|von)\s)?(?:der|die|das|dem|den|denen|deren|dessen)\s"
)
_POINTS_AHEAD = re.compile(
    r"\b(?:so|solch\w*|derart\w*|deshalb|deswegen|darum|dafür|daran|darauf|dazu|damit|diejenige\w*|jene\w*"
    r"|nur|nicht|kein\w*|ob|dass|wer|falls|wenn|um)\b",
    re.IGNORECASE,
)
_MEANT_FOR = re.compile(
    r"\b(?:ideal|perfekt|gut geeignet|geeignet|eignet|passt|gedacht|richtet)\b", re.IGNORECASE
)
#: Who is sought only by the clause after it: "jemanden, der …", "Menschen, die …".
_BARE = re.compile(
    r"(?:jemand\w*|niemand\w*|alle\w*|etwas|nichts|viele\w*|eine[rnms]?|Menschen?|Personen?|Leuten?"
    r"|Person|Persönlichkeit(?:en)?|Bewerb\w*|Kolleg\w*|Mitarbeit\w*|Team|Haufen|Typ|Kraft|Kräfte|Frauen?"
    r"|Männer|Mann|Kinder|Eltern|Familien?|Kandidat\w*|Charakter\w*|Ernährer|Haus|Umfeld)\Z"
)


def left_out(masked: str, first: int, last: int, start: int, end: int) -> list[Edit] | None:
    """The clause that holds the finding [start, end), with its comma; None where the main one needs it."""
    stop = first + _END.search(masked[first:last]).start()  # type: ignore[union-attr]
    reasons = list(_REASON.finditer(masked, first, start))
    if reasons:
        begin = reasons[-1].start()
        stop = masked.find(";", end, stop) if ";" in masked[end:stop] else stop
        if _FOLLOWS.match(masked, begin) and _PEOPLE.search(masked, first, begin):
            return None
        rest = masked[reasons[-1].end() : start] + masked[end:stop]
        if sole.is_needed(rest) or (masked[begin] == ";" and _JOINS.search(rest)):
            return None
        return _gone(begin, stop) if _stands_alone(masked[first:begin]) else None
    if (found := _IF.search(masked, first, start)) and _CALLS.fullmatch(masked, first, found.start()):
        return _gone(found.start(), stop)
    relatives = list(_RELATIVE.finditer(masked, first, start))
    if not relatives:
        return None
    begin = relatives[-1].start()
    before, clause = masked[first:begin], masked[relatives[-1].end() : start] + masked[end:stop]
    if "," in clause or _JOINS.search(clause) or _BARE.search(before):
        return None
    return _gone(begin, stop) if words.ends_with_noun(before) and _stands_alone(before) else None


def _stands_alone(main: str) -> bool:
    pointed = _POINTS_AHEAD.search(main) or _MEANT_FOR.search(main)
    return len(main.split()) > 1 and not pointed and not words.is_unsure(main)


def _gone(begin: int, stop: int) -> list[Edit]:
    return [Edit(begin, stop - begin, "")]
