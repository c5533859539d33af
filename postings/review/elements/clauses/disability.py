"""Severely disabled people are preferred or invited."""

from __future__ import annotations

import re

from postings.review.anchors.tables import Tables
from postings.review.elements.clauses.candidates import ASKED_OF_YOU, candidates
from postings.review.elements.stating import stated
from postings.review.facts.ad import Ad, Sentence
from postings.review.model import Element

_TABLES = Tables(__file__)
_DISABLED = _TABLES.wording("disabled")
_PREFERRED = _TABLES.wording("preferred")
_DECIDES = re.compile(
    r"^(?:sie|du) (?:entscheide|bearbeite|prüf|plan|unterstütz|berat|betreu|förder)|vertretung", re.I
)
_EVENLY = re.compile(
    r"(?:gleich|ebenbürtig|entsprechend)\w* (?:eignung|qualifikation|leistung)[^;]{0,80}"
    r"(?:vorrang|vorzug|bevorzug|vorgezogen|zuerst|vorrangig|bekommt|erhält|\bnehmen wir|\bwählen wir)|"
    r"(?:vorrang|vorzug|bevorzug|vorrangig)\w*[^;]{0,80}gleich\w* (?:eignung|qualifikation|leistung)",
    re.IGNORECASE,
)
_THEY = re.compile(r"(?:bei|sie|dann|diese|ihnen|ihre?)\b(?!.{0,60}\b(?:frauen|männer))", re.IGNORECASE)
# "Frauen werden bei gleicher Eignung bevorzugt. Gleiches gilt für schwerbehinderte Menschen."
_SAME = re.compile(
    r"(?:das )?(?:gleiche|selbe)s? gilt (?:auch |ebenso )?(?:für|bei)\b|(?:dies|das) gilt (?:auch|ebenso)\b|"
    r"dasselbe gilt\b|ebenso\b",
    re.I,
)
_NOT_HERE = re.compile(r"(?:nicht|leider|ungeeignet)", re.IGNORECASE)
_NO_HARM = _TABLES.pattern("no_harm")


def disability(ad: Ad, facts: dict[str, object]) -> Element:
    """Severely disabled people are preferred or invited."""
    return stated(ad, next((s for s in candidates(ad, _DISABLED) if _prefers(ad, s)), None))


def _prefers(ad: Ad, sentence: Sentence) -> bool:
    text = sentence.text
    if _refuses(text):
        return False
    if _EVENLY.search(text):
        return True
    if _DECIDES.search(text):
        return False
    if ASKED_OF_YOU.search(text) and not re.search(r"bewerbung|eignung", text, re.IGNORECASE):
        return False
    if _PREFERRED.search(text) or re.search(r"entscheiden wir uns für", text, re.IGNORECASE):
        return True
    after = ad.after(sentence)
    if after and _THEY.match(after.text) and _EVENLY.search(after.text):
        return True
    before = ad.before(sentence)
    if before and _SAME.match(text) and _EVENLY.search(before.text):
        return True
    says = text.rstrip().endswith("?") or text.lower().startswith("ich habe")  # what a reader asks
    return says and bool(after and _PREFERRED.search(after.text))


def _refuses(text: str) -> bool:
    """Whether it says no to them, not to something in another part of the sentence."""
    if not _NOT_HERE.search(text) or _NO_HARM.search(text):
        return False
    return any(_NOT_HERE.search(part) for part in text.split(";") if _DISABLED.regex.search(part))
