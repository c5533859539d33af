"""Facts that must be the same in both languages: numbers, amounts, days, groups, levels, addresses."""

from __future__ import annotations

import re
from collections import Counter

from django.utils.translation import gettext as _

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEB = re.compile(r"https?://[^\s<>\"'()]+[^\s<>\"'().,;:!?]|\bwww\.[\w.-]+\w")
#: Pay groups of employees, and of civil servants (A 5 …, B 3 …: A 1 to B 2 would be levels).
_GROUP = re.compile(r"\b(?:(?:EG|E|S|P)\s?\d{1,2}\s?[abc]?|A\s?(?:[5-9]|1[0-6])|B\s?(?:[3-9]|1[01]))\b")
#: The month may be a word in the other language, so day and year count.
_DATE = re.compile(r"\b(\d{1,2})[./-]\d{1,2}[./-](\d{4})?")
_LEVEL = re.compile(r"\b[ABC][12]\b")
_NUMBER = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
#: Digits of other scripts count as the same numbers.
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def differences(source: str, text: str) -> list[str]:
    """What stands in one wording and not in the other, a German sentence each; empty if all is equal."""
    said = []
    for name, facts in _KINDS:
        ours, theirs = facts(source), facts(text)
        if missing := ours - theirs:
            said.append(
                _("{name} fehlt in der Übersetzung: {what}.").format(name=name(), what=_listed(missing))
            )
        if added := theirs - ours:
            said.append(
                _("{name} steht nicht im Deutschen: {what}.").format(name=name(), what=_listed(added))
            )
    return said


def _listed(facts: Counter[str]) -> str:
    return ", ".join(sorted(facts))


def _mails(text: str) -> Counter[str]:
    return Counter(found.lower() for found in _MAIL.findall(text))


def _webs(text: str) -> Counter[str]:
    return Counter(found.rstrip("/").lower() for found in _WEB.findall(_MAIL.sub(" ", text)))


def _groups(text: str) -> Counter[str]:
    return Counter(re.sub(r"\s", "", found).upper() for found in _GROUP.findall(_bare(text)))


def _levels(text: str) -> Counter[str]:
    return Counter(_LEVEL.findall(_GROUP.sub(" ", _bare(text))))


def _numbers(text: str) -> Counter[str]:
    """By their digits alone: "3.303,85" and "3,303.85" are the same."""
    rest = _DATE.sub(r"\1 \2", _LEVEL.sub(" ", _GROUP.sub(" ", _bare(text))))
    return Counter(digits for found in _NUMBER.findall(rest) if (digits := _plain(found)))


def _plain(number: str) -> str:
    """Without signs between digits and without a zero in front or cents that are none."""
    whole = re.sub(r"[.,]00?$", "", number)
    return re.sub(r"\D", "", whole).lstrip("0") or "0"


def _bare(text: str) -> str:
    """Without addresses, with Latin digits."""
    return _WEB.sub(" ", _MAIL.sub(" ", text.translate(_DIGITS)))


_KINDS = (
    (lambda: _("Zahl"), _numbers),
    (lambda: _("Entgeltgruppe"), _groups),
    (lambda: _("Sprachniveau"), _levels),
    (lambda: _("E-Mail-Adresse"), _mails),
    (lambda: _("Internetadresse"), _webs),
)
