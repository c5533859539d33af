"""Two names of the same people: "Muslime und Muslimas", "Ehefrau oder Ihrem Ehemann"; both go or stay."""

from __future__ import annotations

import re

_SEXES = re.compile(
    r"Mann|mann|Männ|männl|Frau|frau|weibl|Braut|Bräutigam|Mutter|Mütter|Vater|Väter|Gatt|Dame|Herr"
    r"|Junge|Mädchen"
)
_AFTER = re.compile(r"\s*(?:und|oder|/|bzw\.|sowie)\s*(?P<other>(?:[\w-]+ ){0,2}?[A-ZÄÖÜ][\w-]+)")
_BEFORE = re.compile(r"(?P<other>\b[A-ZÄÖÜ][\w-]+)\s*(?:und|oder|/|bzw\.|sowie)\s+(?:[\w-]+ )?\Z")
#: Two kinds of people who are turned away together: "Diabetiker und Raucher können wir nicht einstellen".
_GROUP = re.compile(
    r"\W*(?:Mit |Für )?(?P<names>[A-ZÄÖÜ]\w+(?:, [A-ZÄÖÜ]\w+)* (?:und|oder) [A-ZÄÖÜ]\w+)"
    r" [a-zäöüß]+(?:en|nd|ist)\b(?=[^,;:]*\b(?:aus(?=\W*\Z)|nicht|kein\w*|kaum|schwer|falsch|fehl|ungeeignet"
    r"|zwecklos|unerwünscht|ausgeschlossen)\b)"
)
_SAME = 5  # letters that two names of the same people begin with


def are_a_pair(one: str, other: str) -> bool:
    """Whether two points name the same people or both sexes: "Rentnerinnen und Rentner", "Frau und Mann"."""
    if _SEXES.search(one) and _SEXES.search(other):
        return True
    nouns = [
        {word[:_SAME].casefold() for word in words.split() if word[:1].isupper() and len(word) >= _SAME}
        for words in (one, other)
    ]
    return not nouns[0].isdisjoint(nouns[1])


def widened(masked: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """The finding [start, end) with the other name of the same people right beside it."""
    hit = masked[start:end]
    group = _GROUP.match(masked, first, last)
    if group and group.start("names") <= start < group.end("names"):
        return group.start("names"), max(end, group.end("names"))
    if (found := _AFTER.match(masked, end, last)) and are_a_pair(hit, found["other"]):
        return start, found.end()
    if (found := _BEFORE.search(masked[first:start])) and are_a_pair(hit, found["other"]):
        return first + found.start("other"), end
    return start, end
