"""What a sentence opens with left out: "Als echter Kerl packen Sie mit an" -> "Sie packen mit an"."""

from __future__ import annotations

import re

from postings.review.leaving_out import words
from postings.review.model import Edit

_OPENS = re.compile(r"\W*(?P<by>Als|Mit)\Z")
_IS_NOUN = re.compile(r"(?:\A| )[A-ZÄÖÜ][\w*:-]*(?: für alles)?\Z")
_HIT_OPENS = re.compile(r"(?P<by>Als|Mit) ")
#: What hangs on a noun: "Frohnatur mit Durchsetzungskraft", "Mädchen für alles".
_TURN = re.compile(
    r"(?: (?:mit|für|aus|von) (?:[a-zäöüß]+e?[nrms]? )?[A-ZÄÖÜ]\w+| für alles)?"
    r" (?P<verb>[a-zäöüß]+(?:en|st|ern|eln|ind|tun)) (?P<who>Sie|du)\b(?! (?:sich|dich)\b)"
)
#: Verbs that need what stands before them: "Als Macher gelten Sie", "Mit Kindern kommen Sie zurecht".
_NEED_AS = re.compile(
    r"(?:haben|hast|gelten|verstehen|verstehst|sehen|siehst|fühlen|bewerben|bezeichnen|giltst)\Z"
)
_NEED_WITH = re.compile(
    r"\b(?:klar|zurecht|zusammen|um|auf|aus|an|ein|vertraut|rechnen|befreundet|verbunden|einverstanden"
    r"|zufrieden|verheiratet|fertig|Erfahrung|Umgang)\b"
)
#: The sentence judges such people; what is left of it would make no sense.
JUDGES = re.compile(
    r"\b(?:nicht|kein\w*|schwer|kaum|nie|richtig|besser|ideal|leichter|schneller|perfekt|bestens"
    r"|geeignet|passend|willkommen|falsch|Vorteil|Chancen?|bevorzugt|besonders|ebenso|ebenfalls)\b"
)
GETS_ALONG = re.compile(r" (?:kommen Sie|kommst du|sind Sie|bist du)\b[^,;]*\b(?:klar|zurecht|vertraut)\b")
#: A verb of doing after the opening: "… führen Sie das Vorzimmer".
ACTS = re.compile(
    r"[^,;:]*? (?!sind|bist|haben|hast|leben|lebst|passen|passt|gehören|kommen|bleiben|stehen)"
    r"[a-zäöüß]+(?:en|st|ern|eln) (?:Sie|du)\b"
)


def left_out(masked: str, first: int, last: int, start: int, end: int) -> list[Edit] | None:
    """The finding [start, end) with its "Als" or "Mit" goes, and the subject takes its place."""
    before = masked[first:start]
    own = before[: len(before) - words.goes_too(before)].rstrip()
    found = _OPENS.match(own) or (not before.strip() and _HIT_OPENS.match(masked, start, end)) or None
    turn = _TURN.match(masked, end, last)
    if not found or not turn or not _IS_NOUN.search(masked[start:end]):
        return None
    rest = masked[turn.end() : last]
    needs = _NEED_AS.match(turn["verb"]) if found["by"] == "Als" else _NEED_WITH.search(rest)
    if needs or JUDGES.search(rest) or not re.search(r"\w{4}", rest):
        return None
    who = turn["who"]
    return [Edit(first, turn.end() - first, f"{who[0].upper()}{who[1:]} {turn['verb']}")]
