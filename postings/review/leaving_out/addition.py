"""What was added to a noun left out: "Bewerbung mit Lichtbild", "Lebenslauf ohne jede Lücke"."""

from __future__ import annotations

import re

from postings.review.leaving_out import words
from postings.review.leaving_out.points import Point
from postings.review.model import Edit

#: What can follow an addition in the middle of a sentence and does not belong to it: when, how, the verb.
_GOES_ON = re.compile(
    r"\s+(?:bis (?:zum|spätestens)|per|online|schriftlich|elektronisch|spätestens|über (?:unser|das|die)"
    r"|an (?:die|das|den)|unter Angabe|zum|bitte|gern|gerne|mitten|für (?:unser|den|das|die)|im"
    r"|in der|erreicht|erreichen|geht|ist|sind|wird|werden|hat|haben|senden|schicken|richten|nehmen|legen)\b"
)
#: An afterthought behind a comma: "…, gerne mit Lichtbild", "…, möglichst an einer Hochschule erworben".
_AFTERTHOUGHT = re.compile(
    r"(?:(?:bitte|gern|gerne|möglichst|idealerweise|am besten|vorzugsweise|bevorzugt|vor allem|nur|auch"
    r"|am liebsten|ausschließlich|selbstverständlich|natürlich|jedoch|vorrangig)\s+)*"
    r"(?:(?:mit|ohne|an|in|im|aus|von|vom|bis|ab|unter|über|zwischen|solche aus|solche mit)\s+)?\Z"
)
_HIT_AFTERTHOUGHT = re.compile(
    r"(?:bitte|gern|gerne|möglichst|idealerweise|am besten|vorzugsweise|bevorzugt|vor allem|nur|auch"
    r"|mit|ohne|an|in|im|aus|von|bis|ab|unter|über|zwischen|als|nicht|kein\w*)\s"
)
_EARNED = re.compile(r"\s+(?:erworben|abgeschlossen|absolviert|abgelegt|erlangt|bestanden)")
_AS = re.compile(r"als (?:einzige[rn]? |gute[rn]? |echte[rn]? |junge[rn]? )?[A-ZÄÖÜ]\w+")
_LIKE = re.compile(r"wie (?:eine?|der|die) (?:[a-zäöüß]+ )?[A-ZÄÖÜ]\w+")
_LIKE_BEFORE = re.compile(r",? wie eine? \Z")
#: Who is turned away or chosen would be, without what was added, more people still.
_DENIES = re.compile(
    r"\b(?:nicht|kein\w*|kaum|nie|niemand\w*|leider|schwer|ungern|unerwünscht|zwecklos|bevorzug\w*|nur)\b"
)
_COMPARES = re.compile(r"\b(?:besser|schlechter|lieber|mehr|eher|so|ebenso|genauso|schwer|nicht|kein\w*)\b")


def left_out(masked: str, points: list[Point], at: int, start: int, end: int) -> list[Edit] | None:
    """The finding [start, end) and the word that adds it; `at` is the last of the points that hold it."""
    point = points[at]
    if start < point.start:
        return None
    before, after = masked[point.start : start], masked[end : point.end]
    own = words.goes_too(before)
    is_last = at == len(points) - 1
    if is_last and (edits := _afterthought(masked, point, start, end)):
        return edits
    if edits := _comparison(masked, points[0].start, point.end, start, end):
        return edits
    goes_on = bool(_GOES_ON.match(after)) and words.ends_with_noun(masked[start:end])
    ends = is_last and (not after.strip() or words.is_bracket(after))
    if not (goes_on or ends) or _DENIES.search(f"{before} | {after}"):
        return None
    if joined := words.added(before[: len(before) - own]):
        return [Edit(start - own - joined, end - start + own + joined, "")]
    hit = masked[start:end]  # may begin with the word that adds it
    head = hit.split(" ", 1)[0]
    if words.ends_with_noun(hit) and words.added(f"{before}{head} "):
        return [Edit(start - 1, end - start + 1, "")]
    return None


def _afterthought(masked: str, point: Point, start: int, end: int) -> list[Edit] | None:
    """Behind the last comma, and all there is behind it."""
    after = masked[end : point.end]
    before = masked[point.start : start]
    before = before[: len(before) - words.goes_too(before)]
    is_over = not after.strip() or _EARNED.fullmatch(after) or words.is_attached(after)
    is_added = _AFTERTHOUGHT.match(before) and _HIT_AFTERTHOUGHT.match(masked, point.start, end)
    if point.joint != "," or not is_over or not is_added:
        return None
    begin = masked.rfind(",", 0, point.start)
    return [Edit(begin, point.end - begin, "")]


def _comparison(masked: str, first: int, stop: int, start: int, end: int) -> list[Edit] | None:
    """ "Sie haben als Frau auch in Männerrunden keine Scheu", "Sie packen an wie ein Mann" """
    hit = masked[start:end]
    if start - first < _WEIGHT or masked[start - 1] != " ":
        return None
    if _AS.fullmatch(hit) and not _COMPARES.search(masked[first:stop].replace(hit, "", 1)):
        return [Edit(start - 1, end - start + 1, "")]
    is_end = not masked[end:stop].strip()
    like = _LIKE_BEFORE.search(masked, first, start)
    if like and is_end and not _COMPARES.search(masked[first : like.start()]):
        return [Edit(like.start(), end - like.start(), "")]
    if _LIKE.fullmatch(hit) and is_end and not _COMPARES.search(masked[first:start]):
        return [Edit(start - 1, end - start + 1, "")]
    return None


_WEIGHT = 4
