"""The required elements of an ad: present, missing, or not asked for in this ad."""

from __future__ import annotations

import re
from collections.abc import Callable

from postings.review.anchors.wording import Wording
from postings.review.facts import application, deadline, level, pay, people, post
from postings.review.facts.ad import Ad, Sentence
from postings.review.model import Element

_MIGRATION = Wording(
    r"migrations|einwanderungs|zuwanderungs|international\w* (?:geschichte|biogra|familiengeschichte|"
    r"wurzel|herkunft)|"
    r"nationalität|mit (?:eigener )?flucht|ausländischer herkunft|people of color|rassismus|"
    r"nichtdeutscher herkunft|"
    r"vielfältige\w* (?:biogra|herkunft|lebens)|(?:ethnisch|kulturell|sozial)\w*[\w ,]{0,40} herkunft|"
    r"jeder herkunft|gleich welcher herkunft|"
    r"interkulturell\w* (?:hintergr|biogra)",
    re.IGNORECASE,
)
_INVITES = Wording(
    r"bewerb|bewirb|ermutig|ermuntern|erwünscht|willkommen|freuen|begrüß|angesprochen|interess|einladen|"
    r"laden wir|wünschen uns",
    re.IGNORECASE,
)
_EXPLICIT = Wording(
    r"migrations|einwanderungs|zuwanderungs|international|flucht|nichtdeutsch|ausländisch|nationalität",
    re.IGNORECASE,
)
_DISABLED = Wording(
    r"schwerbehind|schwer-?behinderung|menschen mit (?:einer )?(?:schwer)?behinderung|gleichgestellt|"
    r"SGB IX",
    re.IGNORECASE,
)
_PREFERRED = Wording(
    r"bevorzug|vorrang|vorzug|berücksichtig|erwünscht|willkommen|gleicher eignung|gleich geeignet|"
    r"ermutig|freuen|begrüß|besonders|"
    r"eingeladen|laden",
    re.IGNORECASE,
)
_SEX = Wording(
    r"geschlecht|\bfrauen\b|\bmännern?\b|gleichstellung|gleichberechtig|\bdivers|chancengleichheit|"
    r"unterrepräsent|"
    r"sexuelle\w* (?:identität|orientierung)|geschlechtsidentität|allen? menschen|jeder person",
    re.IGNORECASE,
)
_EQUAL = Wording(
    r"bevorzug|vorrang|erwünscht|unabhängig|ungeachtet|gleich welch|aller geschlecht|alle geschlecht|"
    r"jeden geschlecht|jedes geschlecht|"
    r"ermutig|willkommen|angesprochen|begrüß|förder|strebt|streben|\bziel\b|abbau|gleichberecht|"
    r"unterrepräsent|freuen|"
    r"gleichstellungsplan|gleich geeignet|erhöhen|gleiche chancen|richtet sich",
    re.IGNORECASE,
)
_GROUNDS = Wording(r"unabhängig|ungeachtet|egal|gleich welch", re.IGNORECASE)
_GROUND = Wording(
    r"geschlecht|herkunft|alter\b|religion|behinderung|sexuell|hautfarbe|weltanschauung", re.IGNORECASE
)
_TASK = Wording(
    r"^(?:sie|du) (?:beraten|betreuen|fördern|unterstützen|begleiten|planen|organisieren|entwickeln)\b",
    re.IGNORECASE,
)
_ABROAD = Wording(
    r"\bausland\b|(?:aus|in) anderen ländern|aus aller welt|ausländisch\w*(?:[\w, ]{0,30}(?:abschl|"
    r"qualifik|studien|berufs|"
    r"bildungs|hochschul|zeugnis|ausbild|diplom))|"
    r"\banabin\b|\bZAB\b|zentralstelle für ausländisches|anerkennungsgesetz|BQFG|anerkennung (?:ihres|"
    r"deines|eines|ihrer|von) |"
    r"nicht in deutschland erworben|in einem anderen land|international\w* (?:abschl|qualifik|zeugnis)|"
    r"außerhalb deutschlands",
    re.IGNORECASE,
)
_HOURS = Wording(
    r"vollzeit|teilzeit|\d ?%(?:-| )?(?:stelle|der)|stundenumfang|wochenstunden|minijob|geringfügig",
    re.IGNORECASE,
)
_NUMBER_OF_HOURS = Wording(r"\d[ ]?(?:-?Wochen)?(?:stunden|std|h\b)", re.IGNORECASE)


def find(analysis_ad: Ad, facts: dict[str, object]) -> dict[str, Element]:
    """Every element by its id."""
    return {name: finder(analysis_ad, facts) for name, finder in ELEMENTS.items()}


def _element(ad: Ad, sentence: Sentence | None) -> Element:
    return Element("present", ad.quote(sentence)) if sentence else Element("missing")


def _encouragement(ad: Ad, facts: dict[str, object]) -> Element:
    for sentence in ad.matching(_MIGRATION, _INVITES):
        lists_grounds = _GROUNDS.search(sentence.text) and not _EXPLICIT.search(sentence.text)
        if sentence.kind == "heading" or sentence.asks or lists_grounds or _TASK.search(sentence.text):
            continue
        return _element(ad, sentence)
    return Element("missing")


def _disability(ad: Ad, facts: dict[str, object]) -> Element:
    candidates = ad.matching(_DISABLED, _PREFERRED)
    return _element(ad, next((s for s in candidates if not s.asks and not _TASK.search(s.text)), None))


def _equality(ad: Ad, facts: dict[str, object]) -> Element:
    for sentence in ad.sentences:
        if sentence.asks or _TASK.search(sentence.text) or not _EQUAL.search(sentence.text):
            continue
        grounds = len({match.group().lower() for match in _GROUND.finditer(sentence.text)})
        if _SEX.search(sentence.text) or (grounds >= 2 and _GROUNDS.search(sentence.text)):
            return _element(ad, sentence)
    return Element("missing")


def _pay(ad: Ad, facts: dict[str, object]) -> Element:
    every = pay.amounts(ad)
    return _element(ad, every[0].sentence if every else None)


def _working_time(ad: Ad, facts: dict[str, object]) -> Element:
    return _element(ad, ad.first(_HOURS) or (ad.first(_NUMBER_OF_HOURS) if facts.get("hours") else None))


def _language(ad: Ad, facts: dict[str, object]) -> Element:
    found = level.level(ad)
    if found:
        return _element(ad, found.sentence)
    return Element("missing") if level.asked(ad) else Element("not-applicable")


def _foreign(ad: Ad, facts: dict[str, object]) -> Element:
    for sentence in ad.matching(_ABROAD):
        near = " ".join(s.text for s in ad.sentences if abs(s.start - sentence.start) < 300)
        if re.search(
            r"abschl|qualifik|anerk|studi|ausbild|zeugnis|gleichwert|vergleichbar|erworb|diplom|anabin|"
            r"ZAB",
            near,
            re.I,
        ):
            return _element(ad, sentence)
    return Element("missing") if post.degree(ad) else Element("not-applicable")


def _contact(ad: Ad, facts: dict[str, object]) -> Element:
    found = people.contact(ad)
    return _element(ad, found[1] if found else None)


def _deadline(ad: Ad, facts: dict[str, object]) -> Element:
    days = deadline.all_deadlines(ad.analysis)
    if not days:
        return Element("missing")
    start, end = ad.analysis.sentence_at(days[0].start)
    return Element("present", ad.analysis.text[start:end])


def _application(ad: Ad, facts: dict[str, object]) -> Element:
    way = application.way(ad)
    address = facts.get("apply_email") or facts.get("apply_url")
    if way is None and address:
        way = next((sentence for sentence in ad.sentences if str(address) in sentence.text), None)
    return _element(ad, way)


ELEMENTS: dict[str, Callable[[Ad, dict[str, object]], Element]] = {
    "encouragement": _encouragement,
    "disability_clause": _disability,
    "equality_clause": _equality,
    "pay": _pay,
    "working_time": _working_time,
    "language_cefr": _language,
    "foreign_qualifications": _foreign,
    "contact_person": _contact,
    "deadline": _deadline,
    "application_way": _application,
}
