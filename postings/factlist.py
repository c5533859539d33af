"""The facts of an ad in the order people look for them. What is not said is left out, never guessed."""

from __future__ import annotations

from typing import Any, TypedDict

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from outreach.profile import city
from postings import amounts
from postings.documents.cleaning import one_line

Facts = dict[str, Any]
_FIRST = {"title": 0, "pay": 1, "table": 2}  # the rest as it comes
NO_BREAK = "\u00a0"
#: Why a family of jobs needs so much German (`review.facts.german.needed`), for readers of other languages:
#: an ad keeps the German sentence.
_WHY_GERMAN = {
    "teaching": gettext_lazy("Wer Deutsch unterrichtet oder dolmetscht, braucht es auf dem höchsten Niveau."),
    "writing": gettext_lazy(
        "Die Arbeit lebt von langen, genauen Texten: Gutachten, Bescheide mit Begründung, Presse."
    ),
    "advising": gettext_lazy("Bei diesen Aufgaben geht es um Gespräche, Briefe und Berichte."),
    "driving": gettext_lazy("Im Fahrdienst und in der Werkstatt geht es um Absprachen und kurze Meldungen."),
    "manual": gettext_lazy("Bei diesen Aufgaben genügen kurze Anweisungen und Absprachen im Team."),
}


class Fact(TypedDict):
    """One line of the list."""

    key: str
    label: str
    value: str


def factlist(facts: Facts) -> list[Fact]:
    """Pay, hours, place, German level, until when, then start and contract."""
    lines = [
        ("pay", _("Bezahlung"), pay(facts)),
        ("hours", _("Arbeitszeit"), hours(facts)),
        ("place", _("Ort"), place(facts)),
        ("language", _("Deutsch"), language(facts)),
        ("deadline", _("Bewerben bis"), _day(facts.get("deadline"))),
        ("start", _("Beginn"), start(facts)),
        ("contract", _("Vertrag"), contract(facts)),
    ]
    return [Fact(key=key, label=label, value=value) for key, label, value in lines if value]


def pay(facts: Facts) -> str:
    """ "3.303,85 € bis 4.409,39 € im Monat (E 9b)"; the group alone if the ad names no amount."""
    amount = _amount(facts.get("pay_min"), facts.get("pay_max"))
    group = one_line(facts.get("pay_group") or "")
    if not amount:
        return _("Gruppe %(group)s") % {"group": group} if group else ""
    period = {"month": _("im Monat"), "hour": _("in der Stunde"), "year": _("im Jahr")}.get(
        facts.get("pay_period")
    )
    text = f"{amount} {period}" if period else amount
    return f"{text} ({group.replace(' ', NO_BREAK)})" if group else text


def _amount(low: float | None, high: float | None) -> str:
    if low and high and low != high:
        return _("%(low)s bis %(high)s") % {"low": amounts.money(low), "high": amounts.money(high)}
    if low and high:
        return amounts.money(low)
    if low:
        return _("ab %(low)s") % {"low": amounts.money(low)}
    return _("bis zu %(high)s") % {"high": amounts.money(high)} if high else ""


def pay_table(facts: Facts) -> str:
    """ "E 9b: 3.780 bis 5.313 € im Monat in Vollzeit (ab 1. Mai 2026)", and whether the ad's amount fits."""
    table = facts.get("pay_table")
    if not table:
        return ""
    group = table["group"].replace(" ", NO_BREAK)
    if not table["from"]:
        return _("%(group)s: keine Tabelle hinterlegt") % {"group": group}
    text = _("%(group)s: %(low)s bis %(high)s € im Monat in Vollzeit (Tabelle ab %(day)s)") % {
        "group": group,
        "low": amounts.whole(table["from"]),
        "high": amounts.whole(table["to"]),
        "day": amounts.day(table["valid_from"]),
    }
    if facts.get("pay_fits_table") is False:
        return text + " – " + _("der Betrag im Text passt nicht dazu, bitte prüfen")
    return text


def german_needed(facts: Facts) -> str:
    """ "höchstens B1. Im Fahrdienst geht es um kurze Absprachen.", and what vague words mean."""
    parts = []
    if meant := facts.get("language_level_meant"):
        parts.append(
            _("„%(words)s“ heißt etwa %(level)s.")
            % {"words": one_line(facts.get("language_asked_as") or ""), "level": meant}
        )
    if needed := facts.get("language_level_needed"):
        why = _WHY_GERMAN.get(needed.get("family"), needed["why"])
        parts.append(_("Meist genügt %(level)s. %(why)s") % {"level": needed["level"], "why": why})
    return " ".join(parts)


def hours(facts: Facts) -> str:
    """ "39 Stunden in der Woche, auch in Teilzeit"."""
    part, full = facts.get("part_time"), facts.get("full_time")
    if weekly := facts.get("hours"):
        text = _("%(hours)s Stunden in der Woche") % {"hours": amounts.number(weekly)}
        if not part:
            return text
        return text + (_(" (Teilzeit)") if weekly < 35 and not full else _(", auch in Teilzeit"))
    if part:
        return _("Vollzeit oder Teilzeit") if full else _("Teilzeit möglich")
    return _("Vollzeit") if full else ""


def language(facts: Facts) -> str:
    """ "Niveau B2"."""
    level = facts.get("language_level")
    return _("Niveau %(level)s") % {"level": level} if level else ""


def place(facts: Facts) -> str:
    """Where the work is; an ad that names no place of its own means the city."""
    return one_line(facts.get("place") or city()["town"])


def start(facts: Facts) -> str:
    """ "1. März 2027" or "zum nächstmöglichen Zeitpunkt"."""
    written = one_line(facts.get("start") or _day(facts.get("start_date")))
    return _("zum {when}").format(when=written) if written.startswith("nächst") else written


def contract(facts: Facts) -> str:
    """Limited until when, or unlimited; only if the ad says so."""
    if facts.get("limited_until"):
        text = _("befristet bis %(day)s") % {"day": amounts.day(facts["limited_until"])}
        reason = one_line(facts.get("limited_reason") or "")
        return f"{text} ({reason})" if reason else text
    if facts.get("limited") is None:
        return ""
    return _("befristet") if facts["limited"] else _("unbefristet")


def _day(value: str | None) -> str:
    return amounts.day(value) if value else ""


def panel_rows(facts: Facts) -> list[Fact]:
    """What editors see: the public list, and what pages and forms need besides."""
    contact = facts.get("contact") or {}
    lines = [
        ("title", _("Titel"), facts.get("title")),
        ("table", _("Tabelle"), pay_table(facts)),
        *((fact["key"], fact["label"], fact["value"]) for fact in factlist(facts)),
        ("degree", _("Abschluss nötig"), _degree(facts)),
        ("german", _("Deutsch für die Aufgaben"), german_needed(facts)),
        ("contact", _("Ansprechperson"), ", ".join(filter(None, contact.values()))),
        ("apply", _("Bewerbung"), facts.get("apply_url") or facts.get("apply_email")),
        ("reference", _("Kennziffer"), facts.get("reference")),
    ]
    rows = [Fact(key=key, label=label, value=value) for key, label, value in lines if value]
    return sorted(rows, key=lambda row: _FIRST.get(row["key"], len(_FIRST)))


def _degree(facts: Facts) -> str:
    if not facts.get("degree_required"):
        return _("nein")
    words = one_line(facts.get("qualification") or "")
    return _("ja: „%(words)s“") % {"words": words} if words else _("ja")
