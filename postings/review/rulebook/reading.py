"""One table of a rule file -> Rule. Every mistake becomes a German sentence that says what to do."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Any, Literal, get_args

from postings.review.german.reading.kinds import Kind
from postings.review.model import Grade, Severity, Source
from postings.review.rulebook.phrases import PhraseError, compile_phrase
from postings.review.rulebook.rule import (
    CATEGORIES,
    LEFT_OUT_CATEGORIES,
    Case,
    Hit,
    Ok,
    Pattern,
    Rule,
    RuleError,
    Template,
)
from postings.review.rulebook.templates import slots, unmark

MATCHERS: dict[str, frozenset[str]] = {
    "phrases": frozenset(),
    "pattern": frozenset(),
    "theme": frozenset(),
    "person-nouns": frozenset({"kind"}),
    "consistency": frozenset({"check"}),
    "sentences": frozenset({"check", "most"}),
    "words": frozenset({"check", "known"}),
    "balance": frozenset({"fordernd", "verbindend", "least", "times"}),
    "demands": frozenset({"headings", "soft", "most"}),
}
CHECKS = {
    "consistency": (
        *("gender-signs", "title-signs", "address", "spellings"),
        *("deadlines", "deadline-past", "weekday", "no-such-day", "start-before-deadline"),
        *("pay-groups", "hours", "holidays", "references", "ranges", "limited", "part-time"),
    ),
    "sentences": ("words", "clauses", "list-item", "paragraph", "split-verb"),
    "words": ("capitals", "long", "laws", "abbreviations", "doubled"),
}
KINDS: tuple[str, ...] = get_args(Kind)
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_TEXT_KEYS = {"id", "category", "severity", "title", "message", "why", "matcher"}
_KEYS = _TEXT_KEYS | {
    *("title_en", "message_en", "why_en", "valid_from", "valid_to", "source", "case", "hit", "ok"),
    *("unless", "unless_text", "only_text", "leave_out"),
}
_WORDINGS = ("phrases", "pattern", "theme")
_CASE_KEYS = {
    "phrases",
    "patterns",
    "replace",
    "safe",
    "span",
    "unless",
    "only",
    "only_text",
    "number_min",
    "number_max",
}


def read_rule(table: dict[str, Any], file: str) -> Rule:
    """Check one `[[rule]]` table and make a Rule of it."""
    for key in sorted(_TEXT_KEYS):
        if not isinstance(table.get(key), str) or not table[key].strip():
            raise RuleError(f'„{key}“ fehlt oder ist leer; bitte {key} = "…" ergänzen')
    matcher = _one_of(table["matcher"], tuple(MATCHERS), "matcher")
    unknown = set(table) - _KEYS - MATCHERS[matcher]
    if unknown:
        raise RuleError(f"„{sorted(unknown)[0]}“ ist hier kein bekannter Eintrag; bitte Schreibweise prüfen")
    if not _ID.fullmatch(table["id"]):
        raise RuleError("die id besteht aus Kleinbuchstaben, Ziffern und Bindestrichen, etwa „junges-team“")
    rule = Rule(
        id=table["id"],
        category=_one_of(table["category"], CATEGORIES, "category"),  # type: ignore[arg-type]
        severity=_one_of(table["severity"], get_args(Severity), "severity"),  # type: ignore[arg-type]
        title=table["title"].strip(),
        message=table["message"].strip(),
        why=" ".join(table["why"].split()),
        sources=tuple(_source(source) for source in _tables(table, "source")),
        matcher=matcher,
        file=file,
        cases=tuple(read_case(case, matcher) for case in _tables(table, "case")),
        unless=_phrases(table, "unless"),
        unless_text=_phrases(table, "unless_text"),
        only_text=_phrases(table, "only_text"),
        options={key: table[key] for key in MATCHERS[matcher] if key in table},
        hits=tuple(_hit(hit) for hit in _tables(table, "hit")),
        ok=tuple(_ok(entry) for entry in _list(table, "ok")),
        valid_from=_date(table, "valid_from"),
        valid_to=_date(table, "valid_to"),
        translations=_translations(table),
        leave_out=_leave_out(table, matcher),
    )
    _complete(rule)
    return rule


def _complete(rule: Rule) -> None:
    if not rule.sources:
        raise RuleError("es fehlt eine Quelle; bitte [[rule.source]] mit title, reference und grade ergänzen")
    if not rule.hits:
        raise RuleError(
            "es fehlt ein Beispiel; bitte [[rule.hit]] mit text und «markierten Wörtern» ergänzen"
        )
    if not rule.ok:
        raise RuleError('es fehlen Sätze, die erlaubt sind; bitte ok = ["…"] ergänzen')
    if rule.matcher in ("phrases", "pattern") and not rule.cases:
        raise RuleError(
            "es fehlt, wonach gesucht wird; bitte [[rule.case]] mit phrases oder patterns ergänzen"
        )
    if rule.valid_from and rule.valid_to and rule.valid_from > rule.valid_to:
        raise RuleError("valid_from liegt nach valid_to; bitte die beiden Tage prüfen")
    _options(rule)
    try:
        rule.message.format(quote="x")
    except (KeyError, IndexError, ValueError):
        raise RuleError(
            "in message ist nur {quote} als Platzhalter erlaubt; bitte andere { } entfernen"
        ) from None


def _options(rule: Rule) -> None:
    for option in MATCHERS[rule.matcher]:
        if option not in rule.options:
            raise RuleError(f"„{option}“ fehlt; der Matcher „{rule.matcher}“ braucht diesen Eintrag")
    if rule.matcher in CHECKS:
        _one_of(rule.options["check"], CHECKS[rule.matcher], "check")
    if rule.matcher == "person-nouns":
        _one_of(rule.options["kind"], KINDS, "kind")
    if rule.matcher in ("balance", "demands"):
        for option in rule.options.values():
            if isinstance(option, list):
                _compiled(option, compile_phrase)


def _one_of(value: object, known: tuple[str, ...], key: str) -> str:
    if value not in known:
        raise RuleError(f"{key} = „{value}“ ist unbekannt; möglich sind: {', '.join(known)}")
    return str(value)


def _list(table: dict[str, Any], key: str) -> list[Any]:
    value = table.get(key, [])
    if not isinstance(value, list):
        raise RuleError(f'„{key}“ muss eine Liste sein, also in eckigen Klammern stehen: {key} = ["…"]')
    return value


def _tables(table: dict[str, Any], key: str) -> list[dict[str, Any]]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise RuleError(f"„{key}“ wird als [[rule.{key}]] mit doppelten eckigen Klammern geschrieben")
    return value


def _source(table: dict[str, Any]) -> Source:
    for key in ("title", "reference", "grade"):
        if not isinstance(table.get(key), str) or not table[key].strip():
            raise RuleError(f"einer Quelle fehlt „{key}“; jede Quelle braucht title, reference und grade")
    grade = _one_of(table["grade"], get_args(Grade), "grade")
    return Source(table["title"], table["reference"], grade, table.get("url"))  # type: ignore[arg-type]


def _compiled(entries: list[Any], compiler: Callable[[str], Pattern]) -> tuple[Pattern, ...]:
    if not all(isinstance(entry, str) for entry in entries):
        raise RuleError("Wendungen und Muster stehen in Anführungszeichen")
    try:
        return tuple(compiler(entry) for entry in entries)
    except PhraseError as problem:
        raise RuleError(f"eine Wendung ist nicht zu verstehen: {problem}") from None


def _regex(source: str) -> Pattern:
    try:
        re.compile(source)
    except re.error as problem:
        raise RuleError(
            f"der reguläre Ausdruck „{source}“ ist fehlerhaft ({problem.msg} an Stelle {problem.pos}); "
            "bitte berichtigen oder als Wendung unter phrases schreiben"
        ) from None
    return Pattern(source)


def _phrases(table: dict[str, Any], key: str) -> tuple[Pattern, ...]:
    return _compiled(_list(table, key), compile_phrase)


def read_case(table: dict[str, Any], matcher: str) -> Case:
    """One `[[rule.case]]`, or the same entries of a rewording."""
    unknown = set(table) - _CASE_KEYS
    if unknown:
        raise RuleError(
            f"„{sorted(unknown)[0]}“ ist in [[rule.case]] kein bekannter Eintrag; bitte Schreibweise prüfen"
        )
    key = "patterns" if matcher == "pattern" else "phrases"
    patterns = _compiled(_list(table, key), _regex if matcher == "pattern" else compile_phrase)
    if not patterns:
        raise RuleError(f'ein [[rule.case]] ist leer; bitte {key} = ["…"] ergänzen')
    return Case(
        patterns=patterns,
        replace=tuple(_template(entry, table, patterns) for entry in _list(table, "replace")),
        unless=_phrases(table, "unless"),
        only=_phrases(table, "only"),
        only_text=_phrases(table, "only_text"),
        number_min=table.get("number_min"),
        number_max=table.get("number_max"),
    )


def _template(entry: Any, case: dict[str, Any], patterns: tuple[Pattern, ...]) -> Template:
    if isinstance(entry, str):
        entry = {"text": entry}
    text, span = entry.get("text"), entry.get("span", case.get("span", "hit"))
    if not isinstance(text, str):
        raise RuleError("ein Vorschlag in replace braucht einen Text in Anführungszeichen")
    _one_of(span, ("hit", "phrase"), "span")
    for slot in slots(text):
        for pattern in patterns:
            if not pattern.has_group(slot):
                raise RuleError(
                    f"der Vorschlag „{text}“ übernimmt etwas ({slot}), das in „{pattern.source}“ fehlt; "
                    "bitte ~, {w…} oder {n…} prüfen"
                )
    return Template(text, bool(entry.get("safe", case.get("safe", False))), span)


def _hit(table: dict[str, Any]) -> Hit:
    unknown = set(table) - {"text", "fixed", "date", "style"}
    if unknown:
        raise RuleError(
            f"„{sorted(unknown)[0]}“ ist in einem Beispiel kein bekannter Eintrag; bitte entfernen"
        )
    if not isinstance(table.get("text"), str):
        raise RuleError('einem [[rule.hit]] fehlt text = "…"')
    text, marks = unmark(table["text"])
    if not marks:
        raise RuleError(
            f"im Beispiel „{table['text'][:60]}“ fehlt die Markierung «…» um die Wörter, die gefunden werden"
        )
    return Hit(text, marks, table.get("fixed"), _date(table, "date"), table.get("style", "house"))


def _ok(entry: Any) -> Ok:
    if isinstance(entry, str):
        return Ok(entry)
    if isinstance(entry, dict) and isinstance(entry.get("text"), str):
        return Ok(entry["text"], _date(entry, "date"), entry.get("style", "house"))
    raise RuleError(
        'ein erlaubter Satz in ok steht in Anführungszeichen oder als {text = "…", date = 2026-01-31}'
    )


def _date(table: dict[str, Any], key: str) -> datetime.date | None:
    value = table.get(key)
    if value is None or (isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)):
        return value
    raise RuleError(f"{key} ist kein Tag; bitte ohne Anführungszeichen schreiben, etwa {key} = 2026-06-07")


def _leave_out(table: dict[str, Any], matcher: str) -> bool | Literal["part"]:
    usual = matcher in _WORDINGS and table["category"] in LEFT_OUT_CATEGORIES
    value = table.get("leave_out", usual)
    if value == "part":
        return "part"
    if not isinstance(value, bool):
        raise RuleError('leave_out ist true oder false, ohne Anführungszeichen, oder "part"')
    return value


def _translations(table: dict[str, Any]) -> dict[str, dict[str, str]]:
    english = {
        name: " ".join(table[f"{name}_en"].split())
        for name in ("title", "message", "why")
        if f"{name}_en" in table
    }
    return {"en": english} if english else {}
