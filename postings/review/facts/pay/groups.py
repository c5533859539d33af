"""The pay group as ads spell it: "EG 9b", "Entgeltgruppe 9 b TVöD", "BesGr. A 10 NBesG", "S8a", "P 7"."""

from __future__ import annotations

import re

from postings.review.anchors.wording import Wording
from postings.review.facts.ad import Ad, once

# E 1-15 (9a-9c), S 2-S 18 (8a, 8b, 11a, 11b; no S 5, 6, 10), P 5-P 16, A 5-A 16.
_GROUPS = {
    "E": {str(number) for number in range(1, 16)} | {"9a", "9b", "9c", "2ü", "15ü"},
    "S": {str(number) for number in range(2, 19)} - {"5", "6", "10"} | {"8a", "8b", "11a", "11b"},
    "P": {str(number) for number in range(5, 17)},
    "A": {str(number) for number in range(4, 17)} | {"9z", "13z"},
    "B": {str(number) for number in range(1, 12)},
}
_GRADE = r"(?P<grade>0?\d{1,2})[ ]?(?P<letter>[a-cA-CüÜz]\b)?"
_NAMED = (
    r"(?:Entgeltgruppen?|Entgeltgr\.|Entg\.?-?[ ]?Gr\.|E\.?-?Gr\.|Besoldungsgruppen?|Bes\.?-?[ ]?Gr\.|"
    r"BesGr\.?|Entgelt(?=:?\s\d{1,2}[abc]?\s(?:TV|SuE))|"
    r"Vergütungsgruppe|Bewertung|Eingruppierung|EntgGr\.?|EGr\.?|S-Gruppe|Gruppe)"
)
GROUP = Wording(
    rf"\b(?:{_NAMED}:?[ ]?(?:nach[ ]|in[ ])?(?P<series>EG|E|S|P|A|B)?|(?P<short>EG|SuE|E|S|P|A))[ -]?{_GRADE}"
    r"(?![\w.,]\w)(?![ ]?(?:-Schein|Uhr|km\b|%|€|Euro))"
)
_TARIFF = Wording(
    r"TVöD|\bEG\b|TV-L|NBesG|TV-V|[Tt]arif|[Bb]esoldung|[Ee]ntgelt|[Vv]ergüt|[Bb]ezahl|SuE|VKA|BesGr|[Gg]eh[aä]lt|"
    r"Grundgehalt|verdien|Stellenwert|\bLG ?[12]|Laufbahn|eingruppiert|bewertet|dotiert|[Ll]ohn"
)
_RAILWAY = re.compile(r"(?:[Bb]ahn|[Ll]inien?|[Bb]ike|[Rr]aum|[Hh]aus)[ ]$")
# "E 7 (3.150 bis 3.800 Euro)", "E 4, also 2.780 €"
_THEN_MONEY = re.compile(
    r"[ ,:(=–-]{1,4}"
    r"(?:(?:also|das sind|das heißt:?|d\. ?h\.|monatlich|anteilig|mtl\.|rund|ca\.|etwa|von|mit) ){0,2}"
    r"\d[\d., ]{2,9}[^;\n]{0,25}?(?:€|\bEuro\b|\bEUR\b)"
)
_MONEY_BEFORE = re.compile(r"(?:€|\bEuro|\bEUR)(?: brutto)? ?\($")
_MONEY = re.compile(r"€|\bEuro\b|\bEUR\b")


def group(ad: Ad) -> str | None:
    """The pay group as "E 9b", "S 14", "A 10", "P 7"."""
    return next(iter(groups(ad)), None)


@once
def groups(ad: Ad) -> list[str]:
    """Every pay group in order, each once."""
    found: dict[str, None] = {}
    there = {sentence.start for sentence in ad.matching(GROUP)}
    for sentence in ad.sentences:
        text = sentence.text
        if text.rstrip().endswith("Gr."):  # "EGr." ends no sentence, but looks like it
            after = ad.after(sentence)
            text = f"{text} {after.text}" if after else text
        elif sentence.start not in there:
            continue
        for match in GROUP.finditer(text):
            name = _group(match, text, pays=sentence.offers)
            if name:
                found[name] = None
    return list(found)


def _group(match: re.Match[str], sentence: str, *, pays: bool) -> str | None:
    named = match["short"] is None
    series = match["series"] or match["short"] or _series(match.group(), sentence)
    series = {"EG": "E", "SuE": "S"}.get(series, series)
    number = match["grade"].lstrip("0")
    grade = number + (match["letter"] or "").lower()
    if grade not in _GROUPS[series]:
        grade = number
    if grade not in _GROUPS[series]:
        return None
    if _RAILWAY.search(sentence[: match.start()]):
        return None
    named = named and not match.group().startswith("Gruppe")
    told = (
        named
        or match["short"] in ("EG", "SuE")
        or _TARIFF.search(sentence)
        or _THEN_MONEY.match(sentence, match.end())
        or _MONEY_BEFORE.search(sentence[: match.start()])
        or (pays and _MONEY.search(sentence))
    )
    return f"{series} {grade}" if told or (pays and match.start() == 0) else None


def _series(words: str, sentence: str) -> str:
    if words.startswith("Bes"):
        return "A"
    if words.startswith("S-"):
        return "S"
    return "S" if "SuE" in sentence and "Entgeltgruppe" not in words else "E"
