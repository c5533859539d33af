"""The facts of an ad in one of many languages. What is not said is left out, never guessed.

Place and title stay as they stand in the German ad: they are names, and the German title is binding.
"""

from __future__ import annotations

import re
from typing import Any, TypedDict

from channels.languages import Language
from channels.renditions.clean import neutral

Facts = dict[str, Any]
_SOON = re.compile(r"nächstmöglich|sofort|baldmöglich|schnellstmöglich|so bald wie möglich|umgehend", re.I)
_LATER = re.compile(r"nach (?:Absprache|Vereinbarung)|im Gespräch|verhandelbar|noch offen", re.I)
_PERIODS = {"month": "value.per_month", "hour": "value.per_hour", "year": "value.per_year"}
#: Fewer hours a week than this are part-time by themselves.
_FULL_WEEK = 35
#: Standard sentences, said only if the German ad says them (ids of required elements).
SAID_IF_PRESENT = ("encouragement", "foreign_qualifications", "disability_clause")


class Line(TypedDict):
    """One fact. `lang`: the language of the value; German where it is quoted from the ad."""

    key: str
    label: str
    value: str
    lang: str
    more: str


def lines(facts: Facts, language: Language, town: str) -> list[Line]:
    """Pay, hours, place, German level, until when, start, contract; those the ad names."""
    start, start_lang = _start(facts, language)
    level = facts.get("language_level") or ""
    told = [
        ("pay", _pay(facts, language), language.tag, ""),
        ("hours", _hours(facts, language), language.tag, ""),
        ("place", neutral(facts.get("place") or town), "de", ""),
        ("language", _level(level, language), language.tag, _level_means(level, language)),
        ("deadline", _day(facts.get("deadline"), language), language.tag, ""),
        ("start", start, start_lang, ""),
        ("contract", _contract(facts, language), language.tag, ""),
    ]
    return [
        Line(key=key, label=language.text(f"label.{key}"), value=value, lang=lang, more=more)
        for key, value, lang, more in told
        if value
    ]


def sentences(present: list[str], language: Language) -> list[str]:
    """What every reader should know: the ad's own promises, and that applying costs nothing."""
    said = [language.text(f"sentence.{element}") for element in SAID_IF_PRESENT if element in present]
    return [*said, language.text("sentence.no_fee")]


def _pay(facts: Facts, language: Language) -> str:
    amount = _amount(facts.get("pay_min"), facts.get("pay_max"), language)
    group = neutral(facts.get("pay_group") or "")
    told = language.text("value.group", group=group) if group else ""
    if not amount:
        return told
    if period := _PERIODS.get(facts.get("pay_period") or ""):
        amount = language.text(period, amount=amount)
    return f"{amount} · {told}" if told else amount


def _amount(low: float | None, high: float | None, language: Language) -> str:
    if low and high and low != high:
        return language.text("value.between", low=language.money(low), high=language.money(high))
    if low and high:
        return language.money(low)
    if low:
        return language.text("value.from", low=language.money(low))
    return language.text("value.up_to", high=language.money(high)) if high else ""


def _hours(facts: Facts, language: Language) -> str:
    part, full = facts.get("part_time"), facts.get("full_time")
    if weekly := facts.get("hours"):
        told = language.text("value.weekly", hours=language.number(weekly))
        if not part:
            return told
        added = "value.part_time" if weekly < _FULL_WEEK and not full else "value.also_part_time"
        return f"{told} · {language.text(added)}"
    if part:
        return language.text("value.full_or_part" if full else "value.also_part_time")
    return language.text("value.full_time") if full else ""


def _level(level: str, language: Language) -> str:
    return language.text("value.level", level=level) if level else ""


def _level_means(level: str, language: Language) -> str:
    """What a CEFR level means in plain words; nothing for a range or an unknown level."""
    key = f"level.{level}"
    return language.text(key) if language.has(key) else ""


def _start(facts: Facts, language: Language) -> tuple[str, str]:
    if facts.get("start_date"):
        return _day(facts["start_date"], language), language.tag
    written = neutral(facts.get("start") or "")
    if _SOON.search(written):
        return language.text("value.soon"), language.tag
    if _LATER.search(written):  # only where the ad itself leaves it open: what it does not say is left out
        return language.text("value.later"), language.tag
    return written, "de"


def _contract(facts: Facts, language: Language) -> str:
    if facts.get("limited_until"):
        return language.text("value.limited_until", day=_day(facts["limited_until"], language))
    if facts.get("limited") is None:
        return ""
    return language.text("value.limited" if facts["limited"] else "value.permanent")


def _day(value: str | None, language: Language) -> str:
    return language.day(value) if value else ""
