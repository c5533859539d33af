"""Amounts in euros that are pay, apart from those that are bonuses, budgets or benefits."""

from __future__ import annotations

import re
from typing import NamedTuple

from postings.review.anchors.wording import Wording
from postings.review.facts.ad import Ad, Sentence, once
from postings.review.facts.pay.groups import GROUP

_NUMBER = r"(?<![\d,.])\d{1,3}(?:[. ]\d{3})+(?:,\d{2}|,[-–]+)?|\d{1,6}(?:,\d{2}|,[-–]+)?"
_EURO = r"(?:€|Euro\b|EUR\b)"
_THOUSAND = r"(?:(?P<thousand>T|k|Tsd\.?)[ ]?)?"
_AMOUNT = Wording(
    rf"(?:(?P<low>{_NUMBER})[ ]?{_EURO}?[ ]?(?:bis(?:[ ]zu)?|und|–|-|—)[ ](?:rund[ ]|ca\.[ ]|etwa[ ]|"
    rf"{_EURO}[ ])?"
    rf"|(?P<low2>{_NUMBER})[ ]?{_EURO}?[–-])?(?P<high>{_NUMBER})[ -]?{_THOUSAND}{_EURO}"
    rf"|{_EURO}[ ](?P<low3>{_NUMBER})(?:[ ]?(?:bis|und|–|-)[ ]?{_EURO}?[ ]?(?P<high3>{_NUMBER}))?"
)
_PAY = re.compile(
    r"einstieg|starten|startest|entgelt|gehalt|gehälter|vergütung|vergütet|brutto|bezahl|verdien|"
    r"bezüge|\bgage\b|\bsold\b|lohn|besoldung|im monat|"
    r"monatlich|"
    r"monats|pro monat|mtl|ausbildungsjahr|lehrjahr|\bjahr:? \d[\d.]{3}|"
    r"stundensatz|honorar|(?:je|pro) (?:\w*stunde|kurs)|"
    r"jährlich|im jahr|\b(?:EG|TVöD|TV-\w)\b|(?:in|bei) vollzeit|im (?:ersten|1\.)\b[^;]{0,70}\bjahr\b|"
    r"(?:die|der) stunde\b|je nach erfahrung|/ ?(?:std|h\b|stunde)|je nach stufe|entschädigung|"
    r"taschengeld|erfrischungsgeld|\bpauschale von\b|unterrichtseinheit|grundbetrag|euro-job\b",
    re.IGNORECASE,
)
_NOT_PAY = re.compile(
    r"mio|million|milliard|budget|haushalt|zuschuss|zulage|prämie|jobticket|deutschlandticket|"
    r"einsparung|fördermittel|"
    r"umsatz|investi|eigenanteil|bonus|einmalzahlung|gutschein|leistungsprämie|gebühr|wohngeld|bescheid|"
    r"sozialleistung|rechnungen|bußgeld|spende|miete\b|"
    r"\b(?:familien|eltern|haushalte|gäste) (?:be)?zahlen|\bwer (?:weniger|mehr) als\b",
    re.IGNORECASE,
)
# What comes after the training is no part of what the post pays.
_LATER = re.compile(
    r"nach (?:der|dem|ihrer|deiner|bestandener|erfolgreicher|abgeschlossener) (?:\w+ )?"
    r"(?:\w*prüfung|ausbildung|abschluss|studium|ernennung)|anschließend|danach|später",
    re.IGNORECASE,
)
_SALARY = re.compile(r"[1-9][. ]?\d{3}[^\d.]")  # four figures: no ticket and no bonus
# Honorary and voluntary posts pay less than any wage.
_SMALL = re.compile(r"entschädigung|taschengeld|erfrischungsgeld|\bpauschale von\b", re.IGNORECASE)
# "… mit Zulage: je nach Erfahrung 5.500 bis 7.900 Euro brutto": a new thought, and a whole salary.
_NEW_THOUGHT = re.compile(r"[:–] [\w ]{0,40}$")
_SALARY_AFTER = re.compile(r"[ ,]*(?:brutto|im monat|monatlich|in vollzeit)", re.IGNORECASE)
_HOUR = re.compile(
    r"stundenlohn|stundensatz|(?:pro|je|die|in der) (?:\w*stunde|unterrichtseinheit)|/\s?(?:h|std|stunde)",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"jahresgehalt|jahresbrutto|(?:pro|im) jahr\b|jährlich|p\. ?a\.|jahresentgelt", re.IGNORECASE
)


# "• 2.900 bis 3.600 Euro" in the list of what one gets: nothing else is meant.
_ALONE = re.compile(
    r"\W*(?:etwa |rund |ca\. |circa |zwischen |mindestens |ab )*"
    r"[\d.,]{5,}[^\W\d]*(?: ?(?:€|Euro)? ?(?:bis|und|–|-) ?[\d.,]{5,})? ?(?:€|Euro|EUR)\W*",
    re.I,
)


class Amount(NamedTuple):
    """An amount or range of pay in euros."""

    low: float
    high: float
    period: str
    sentence: Sentence
    later: bool = False


@once
def amounts(ad: Ad) -> list[Amount]:
    """Every amount that is pay, in order."""
    found = []
    for index, sentence in enumerate(ad.sentences):
        if sentence.is_task or ("€" not in sentence.text and "eur" not in sentence.text.lower()):
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
    if clause.endswith(", ") and _SALARY.match(match.group()):
        clause = ""  # "Entgeltgruppe 15 mit Zulage, 5.500 bis 7.700 Euro"
    thought = _NEW_THOUGHT.search(clause)
    if thought and _whole_salary(match, sentence.text):
        clause = thought.group()
    if _NOT_PAY.search(clause) or _bonus(sentence.text[match.end() : match.end() + 30]):
        return None
    if not any(
        (
            sentence.offers and _ALONE.fullmatch(sentence.text),
            _PAY.search(near),
            _PAY.search(sentence.heading),
            _PAY.search(before[-40:]),
            GROUP.search(near),
        )
    ):
        return None
    highest = match["high"] or match["high3"] or match["low3"]
    high = _float(highest)
    low = _float(match["low"] or match["low2"] or match["low3"] or highest)
    if match["thousand"]:  # "78 bis 85 TEUR"
        low, high = 1000 * low, 1000 * high
    after = sentence.text[match.end() : match.end() + 40]
    period = (
        "hour"
        if high < 200 and _HOUR.search(near)
        else "year"
        if _YEAR.search(after) or high > 20_000
        else "month"
    )
    least, most = {"hour": (9, 200), "month": (400, 20_000), "year": (6_000, 300_000)}[period]
    if period != "year" and _SMALL.search(near):
        least = 5
    if not (least <= low <= high <= most):
        if not least <= high <= most:
            return None
        low = high
    return Amount(low, high, period, sentence, bool(_LATER.search(clause)))


def _whole_salary(match: re.Match[str], text: str) -> bool:
    """Whether it is a range of four figures each, told as pay of a month."""
    low = match["low"] or match["low2"]
    told = _SALARY_AFTER.match(text[match.end() : match.end() + 20])
    return bool(low and _SALARY.match(f"{low} ") and _SALARY.match(match.group("high") + " ") and told)


def _bonus(after: str) -> bool:
    """Whether the word after the amount is a bonus or the like: "1.000 Euro Startbonus"."""
    word = after.replace("brutto", " ").split(maxsplit=1)[:1]
    return bool(word and _NOT_PAY.search(word[0]))


def _float(number: str) -> float:
    return float(re.split(",[-–]", number)[0].replace(".", "").replace(" ", "").replace(",", "."))
