"""Pay: the group in all spellings of the field, and amounts in euros."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from postings.review.anchors.wording import Wording
from postings.review.facts.ad import Ad, Sentence, once

# E 1-15 (9a-9c), S 2-S 18 (8a, 8b, 11a, 11b; no S 5, 6, 10), P 5-P 16, A 5-A 16.
_GROUPS = {
    "E": {str(number) for number in range(1, 16)} | {"9a", "9b", "9c", "2ü", "15ü"},
    "S": {str(number) for number in range(2, 19)} - {"5", "6", "10"} | {"8a", "8b", "11a", "11b"},
    "P": {str(number) for number in range(5, 17)},
    "A": {str(number) for number in range(4, 17)} | {"9z", "13z"},
    "B": {str(number) for number in range(1, 12)},
}
_GRADE = r"(?P<grade>\d{1,2})[ ]?(?P<letter>[a-cüz]\b)?"
_NAMED = (
    r"(?:Entgeltgruppe|Entgeltgr\.|Entg\.?-?Gr\.|Besoldungsgruppe|Bes\.?-?[ ]?Gr\.|BesGr\.?|"
    r"Vergütungsgruppe|"
    r"Bewertung|Eingruppierung|EntgGr\.?|Gruppe)"
)
GROUP = Wording(
    rf"\b(?:{_NAMED}[ ]?(?:nach[ ])?(?P<series>EG|E|S|P|A|B)?|(?P<short>EG|E|S|P|"
    rf"A))[ ]?{_GRADE}(?![\w.,]\w)",
    re.ASCII,
)
_TARIFF = Wording(
    r"TVöD|TV-L|NBesG|TV-V|Tarif|Besoldung|Entgelt|Vergütung|Bezahlung|bezahlt|SuE|VKA|BesGr|Gehalt"
)
_NUMBER = r"\d{1,3}(?:[. ]\d{3})+(?:,\d{2}|,-+)?|\d{1,6}(?:,\d{2}|,-+)?"
_EURO = r"(?:€|Euro\b|EUR\b)"
_AMOUNT = Wording(
    rf"(?:(?P<low>{_NUMBER})[ ]?{_EURO}?[ ]?(?:bis(?:[ ]zu)?|und|–|-|—)[ ](?:rund[ ]|ca\.[ ]|etwa[ ])?"
    rf"|(?P<low2>{_NUMBER})[ ]?{_EURO}?[–-])?(?P<high>{_NUMBER})[ ]?{_EURO}"
)
_PAY = re.compile(
    r"entgelt|gehalt|gehälter|vergütung|vergütet|brutto|bezahl|verdien|bezüge|lohn|besoldung|im monat|"
    r"monatlich|"
    r"monats|pro monat|mtl|ausbildungsjahr|stundensatz|je stunde|pro stunde|jährlich|im jahr|\b(?:EG|"
    r"TVöD)\b",
    re.IGNORECASE,
)
_NOT_PAY = re.compile(
    r"mio|million|milliard|budget|haushalt|zuschuss|zulage|prämie|jobticket|deutschlandticket|"
    r"einsparung|fördermittel|"
    r"umsatz|investition|eigenanteil|bonus|einmalzahlung|gutschein|leistungsprämie",
    re.IGNORECASE,
)
# What comes after the training is no part of what the post pays.
_LATER = re.compile(
    r"nach (?:der|dem|ihrer|deiner|bestandener|erfolgreicher|abgeschlossener) (?:\w+ )?"
    r"(?:\w*prüfung|ausbildung|abschluss|studium|ernennung)|anschließend|danach|später",
    re.IGNORECASE,
)
_HOUR = re.compile(r"stundenlohn|(?:pro|je|die|in der) stunde|/\s?(?:h|std|stunde)", re.IGNORECASE)
_YEAR = re.compile(
    r"jahresgehalt|jahresbrutto|(?:pro|im) jahr\b|jährlich|p\. ?a\.|jahresentgelt", re.IGNORECASE
)


class Amount(NamedTuple):
    """An amount or range of pay in euros."""

    low: float
    high: float
    period: str
    sentence: Sentence
    later: bool = False


def group(ad: Ad) -> str | None:
    """The pay group as "E 9b", "S 14", "A 10", "P 7"."""
    for sentence in ad.sentences:
        for match in GROUP.finditer(sentence.text):
            found = _group(match, sentence.text)
            if found:
                return found
    return None


def _group(match: re.Match[str], sentence: str) -> str | None:
    named = match["short"] is None
    series = match["series"] or match["short"] or _series(match.group(), sentence)
    series = "E" if series == "EG" else series
    grade = match["grade"] + (match["letter"] or "")
    if grade not in _GROUPS[series]:
        grade = match["grade"]
    if grade not in _GROUPS[series] or not (named or match["short"] == "EG" or _TARIFF.search(sentence)):
        return None
    return f"{series} {grade}"


def _series(words: str, sentence: str) -> str:
    if words.startswith("Bes"):
        return "A"
    return "S" if "SuE" in sentence and "Entgeltgruppe" not in words else "E"


@once
def amounts(ad: Ad) -> list[Amount]:
    """Every amount that is pay, in order."""
    found = []
    for index, sentence in enumerate(ad.sentences):
        if "€" not in sentence.text and "eur" not in sentence.text.lower():
            continue
        before = ad.sentences[index - 1].text[-80:] if index else ""
        for match in _AMOUNT.finditer(sentence.text):
            amount = _amount(match, sentence, before)
            if amount:
                found.append(amount)
    return found


def _amount(match: re.Match[str], sentence: Sentence, before: str) -> Amount | None:
    near = sentence.text[max(0, match.start() - 120) : match.end() + 120]
    clause = re.split(r"[;,(] (?=[a-zA-Z])", sentence.text[max(0, match.start() - 60) : match.start()])[-1]
    if _NOT_PAY.search(clause) or _NOT_PAY.match(sentence.text[match.end() : match.end() + 12].strip()):
        return None
    if not _PAY.search(near) and not _PAY.search(sentence.heading) and not (_PAY.search(before[-40:])):
        return None
    high = _float(match["high"])
    low = _float(match["low"] or match["low2"] or match["high"])
    after = sentence.text[match.end() : match.end() + 40]
    period = (
        "hour"
        if high < 200 and _HOUR.search(near)
        else "year"
        if _YEAR.search(after) or high > 20_000
        else "month"
    )
    least, most = {"hour": (9, 200), "month": (400, 20_000), "year": (6_000, 300_000)}[period]
    if not (least <= low <= high <= most):
        if not least <= high <= most:
            return None
        low = high
    return Amount(low, high, period, sentence, bool(_LATER.search(clause)))


def _float(number: str) -> float:
    return float(number.split(",-")[0].replace(".", "").replace(" ", "").replace(",", "."))


def facts(ad: Ad) -> dict[str, Any]:
    """pay_group, pay_min, pay_max, pay_period."""
    found: dict[str, Any] = {"pay_group": group(ad), "pay_min": None, "pay_max": None, "pay_period": None}
    every = amounts(ad)
    every = [amount for amount in every if not amount.later] or every
    if every:
        best = next((amount for amount in every if amount.low < amount.high), every[0])
        found.update(pay_min=best.low, pay_max=best.high, pay_period=best.period)
        same = [amount for amount in every if amount.period == best.period]
        if best.low == best.high and len(same) > 1:
            found.update(pay_min=min(a.low for a in same), pay_max=max(a.high for a in same))
    return found
