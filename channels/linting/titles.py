"""What stands in a title besides the name of the job. Google and Indeed want nothing but the name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from channels.linting.finding import Finding, Severity
from channels.received.sample import Sample
from outreach.profile import city
from postings.documents.cleaning import one_line

_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_PAY = re.compile(
    r"\d[\d.,]*\s?(?:€|EUR\b|Euro\b)|(?:€|\bEUR)\s?\d[\d.,]*"
    r"|\b(?:TVöD|TV-L|BesGr)\b|\b(?:EG|E|S|P)\s?\d{1,2}\s?[abc]?\b|\bA\s?(?:[5-9]|1[0-6])\b",
    re.I,
)
_DATE = re.compile(
    rf"\b\d{{1,2}}\.\s?(?:\d{{1,2}}\.(?:\s?\d{{2,4}})?|(?:{_MONTHS})(?:\s\d{{4}})?)|\b20\d\d\b|\b\d{{4}}-\d\d-\d\d\b"
)
_CODE = re.compile(
    r"\b(?:Kennziffer|Kenn-?Nr|Kennnummer|Ref(?:erenz)?(?:-?Nr|nummer)?|Job-?ID|Stellen-?Nr|Nr)\b[.:\s]*[\w/.-]*\d[\w/.-]*"
    r"|#\d+|\b\d{2,}(?:[-/]\d{2,})+\b",
    re.I,
)
#: A star inside a word ("Gärtner*in") is a form of the word, not decoration.
_SHOUTING = re.compile(r"!+|\?{2,}|(?<!\w)\*+|\*+(?!\w)|\+{2,}|[★☆►▶✓✔➜→❗🔥🚀👍]|>{2,}|\b[A-ZÄÖÜ]{6,}\b")
_ADVERTISING = re.compile(
    r"\b(?:gesucht|wir suchen|suchen|sucht|dringend|ab sofort|sofort|jetzt|bewirb\w*|bewerben|traumjob|top|"
    r"attraktiv\w*|spannend\w*|super|tolle[rsn]?|verstärkung|willkommen|ihre chance|deine chance|komm\w*)\b",
    re.I,
)
_EMPLOYMENT = re.compile(r"\b(?:Vollzeit|Teilzeit|unbefristet|befristet|Minijob|\d{1,2}\s?Stunden)\b", re.I)


def beyond_the_job(
    title: str, sample: Sample, *, receiver: str, source: str, url: str, employment: bool = False
) -> Iterator[Finding]:
    """A finding for each kind of thing that names no job. `employment`: full-time and the like count."""
    reference = one_line(sample.facts.get("reference") or "")
    kinds: list[tuple[str, str, Severity]] = [
        (_("ein Gehalt oder eine Entgeltgruppe"), _first(_PAY, title), "should"),
        (_("ein Datum"), _first(_DATE, title), "should"),
        (
            _("eine Kennziffer"),
            reference if reference and reference in title else _first(_CODE, title),
            "should",
        ),
        (_("Schmuck oder Großschrift"), _first(_SHOUTING, title), "should"),
        (_("Werbung"), _first(_ADVERTISING, title), "should"),
        (_("der Name der Arbeitgeberin oder ein Ort"), _named(title), "hint"),
    ]
    if employment:
        kinds.append((_("die Arbeitszeit"), _first(_EMPLOYMENT, title), "should"))
    for what, quote, severity in kinds:
        if quote:
            sentence = _(
                "Im Titel steht {what}: „{quote}“. {receiver} will dort nur die Bezeichnung der Stelle."
            )
            yield Finding(sentence.format(what=what, quote=quote, receiver=receiver), source, severity, url)


def _first(pattern: re.Pattern[str], title: str) -> str:
    found = pattern.search(title)
    return found.group().strip() if found else ""


def _named(title: str) -> str:
    """The city's name as a word of its own."""
    profile = city()
    names = (profile.get("official_name"), profile["name"], profile.get("town"))
    for name in sorted({name for name in names if name}, key=len, reverse=True):
        if re.search(rf"\b{re.escape(name)}\b", title, re.I):
            return name
    return ""
