"""What an ad must say about the post and the way to it: pay, hours, German, degrees, people, days."""

from __future__ import annotations

import re

from postings.review.anchors.tables import Tables
from postings.review.elements.stating import stated
from postings.review.facts import application, german, people
from postings.review.facts import deadline as deadlines
from postings.review.facts import pay as pays
from postings.review.facts.ad import Ad, Sentence
from postings.review.facts.degree import degree
from postings.review.facts.working_time import hours_alone
from postings.review.model import Element

_TABLES = Tables(__file__)
_ABROAD = _TABLES.wording("abroad")
_QUALIFIED = _TABLES.pattern("qualified")
_EXPERIENCE = re.compile(r"^\W*(?:\w+ ){0,2}\w*erfahrung", re.IGNORECASE)
# Said of degrees, whatever else is told in the sentence.
_DEGREE_ABROAD = re.compile(
    r"(?:ausländisch|im ausland|aus dem ausland|anderen l[aä]nd)\w*[^.;]{0,40}(?:abschl|"
    r"erworben|qualifik|zeugnis)|"
    r"(?:abschl\w*|qualifik\w*|zeugnis\w*)[^.;]{0,40}(?:ausland|anderen l[aä]nd)",
    re.IGNORECASE,
)
_TRIPS = _TABLES.pattern("trips")

_HOURS = _TABLES.wording("hours")
_SHARE_OF_POST = _TABLES.pattern("share_of_post")
_PERCENT = re.compile(r"^\d[ -]?(?:%|prozent)$", re.IGNORECASE)
# "2.800 bis 3.300 Euro, auf Vollzeit gerechnet": says nothing of the hours.
_RECKONED = re.compile(
    r"\(?\b(?:auf|in|bei|bezogen auf) (?:eine )?vollzeit(?:basis|stelle|beschäftigung)? "
    r"(?:gerechnet|umgerechnet|hochgerechnet|bezogen)|auf vollzeitbasis|vollzeit(?:gehalt|entgelt)",
    re.IGNORECASE,
)
# "E 12: 3.701 bis 5.073 € (Vollzeit)": what the amount is for.
_PAY_IN_FULL_TIME = re.compile(r"(?:€|\beuro?)[^.;\d]{0,30}\bvollzeit\)?\W*$", re.IGNORECASE)
_NOT_OFFERED = _TABLES.pattern("not_offered")
_OPEN = _TABLES.pattern("open")


def pay(ad: Ad, facts: dict[str, object]) -> Element:
    """An amount in euros stands there; the group alone is not enough."""
    every = pays.amounts(ad)
    return stated(ad, every[0].sentence if every else None)


def working_time(ad: Ad, facts: dict[str, object]) -> Element:
    """Hours a week, or full-time and part-time."""
    every = [s for s in ad.matching(_HOURS) if _says_hours(s)]
    plain = [s for s in every if s.kind != "heading"] or every
    said = next((s for s in plain if not _PAY_IN_FULL_TIME.search(s.text)), plain[0] if plain else None)
    if said is None:
        said = hours_alone(ad, told=bool(facts.get("hours")))
    return stated(ad, said)


_CHOICE = re.compile(
    r"^(?:sie|du) (?:\w+ ){1,6}stunden (?:in der|pro) woche\b|"
    r"^(?:sie|du) \w+ \w*mal (?:in der|pro) woche (?:\w+ ){1,4}stunden\b|"
    r"^(?:sie|du) (?:wählen|wählst|entscheide|teilen|teilst|kommen|kommst|steigen|steigst|fangen|fängst)",
    re.IGNORECASE,
)


def _says_hours(sentence: Sentence) -> bool:
    task = sentence.is_task and not (sentence.section == "" and _CHOICE.search(sentence.text))
    if task or _NOT_OFFERED.search(sentence.text) or _OPEN.search(sentence.text):
        return False
    found = [match.group() for match in _HOURS.finditer(_RECKONED.sub(" ", sentence.text))]
    if all(_PERCENT.match(each) for each in found):
        return bool(_SHARE_OF_POST.search(sentence.text))
    return True


def language(ad: Ad, facts: dict[str, object]) -> Element:
    """A level of the European framework, where German is asked for at all."""
    found = german.level(ad)
    if found:
        return stated(ad, found.sentence)
    return Element("missing") if german.asked(ad) else Element("not-applicable")


def foreign(ad: Ad, facts: dict[str, object]) -> Element:
    """Degrees from abroad count, where a degree or training is asked for at all."""
    for sentence in ad.matching(_ABROAD):
        trip = _TRIPS.search(sentence.text) and not _DEGREE_ABROAD.search(sentence.text)
        if sentence.is_task or trip:
            continue
        before = ad.before(sentence)
        near = f"{before.text if before and not before.is_task else ''} {sentence.text}"
        if _QUALIFIED.search(sentence.text if _EXPERIENCE.search(sentence.text) else near):
            return stated(ad, sentence)
    return Element("missing") if degree(ad) else Element("not-applicable")


def contact(ad: Ad, facts: dict[str, object]) -> Element:
    """A person with a name answers questions."""
    found = people.contact(ad)
    return stated(ad, found[1] if found else None)


def deadline(ad: Ad, facts: dict[str, object]) -> Element:
    """The last day to apply, with or without its year."""
    first = deadlines.first_place(ad.analysis)
    if first is None:
        return Element("missing")
    start, end = ad.analysis.sentence_at(first)
    return Element("present", ad.analysis.text[start:end])


def application_way(ad: Ad, facts: dict[str, object]) -> Element:
    """Portal, e-mail, post, in person."""
    way = application.way(ad)
    address = facts.get("apply_email") or facts.get("apply_url")
    if way is None and address:
        way = next((sentence for sentence in ad.sentences if str(address) in sentence.text), None)
    return stated(ad, way)
