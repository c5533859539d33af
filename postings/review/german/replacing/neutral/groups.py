"""Words for a whole group: "Ihre Kollegen freuen sich" -> "Ihr Team freut sich"."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading.scan import Word
from postings.review.german.replacing import subjects
from postings.review.german.replacing.agreement import Context, word_edit
from postings.review.german.replacing.neutral.table import Option
from postings.review.german.vocabulary import verbs
from postings.review.german.vocabulary.lexicon import DP, GP, NP
from postings.review.german.vocabulary.word_lists import listed
from postings.review.german.vocabulary.words import CONNECTORS, QUANTITIES
from postings.review.model import Edit

_FEMININE = {"die": "die", "den": "der", "der": "der"}
_NEUTER = {"die": "das", "den": "dem", "der": "des"}
_OWN = ("mein", "dein", "sein", "ihr", "unser", "eur", "unsr")
# What may be said of a team as a whole as of its people.
_KIND = tuple(
    listed("""
    erfahren engagiert nett freundlich kollegial motiviert aufgeschlossen hilfsbereit sympathisch kompetent
    qualifiziert toll fachkundig offen herzlich eingespielt
    """)
)
_NO_VERBS = ("wenn", "denn", "wen", "den", "einen")
_OTHERS = ("anderen", "anderer", "übrigen", "verschiedenen", "beteiligten", "benachbarten", "weiteren")
_COUNTS = ("zahl", "anzahl", "mehrzahl", "vielzahl", "tausende", "hunderte", "dutzende", "teil", "einzelne")
_WITH_ADJECTIVES = ("Team", "Kundschaft")


def edits(context: Context, option: Option) -> list[Edit] | None:
    """The phrase as one group, with its verb; nothing where it isn't certain."""
    words, phrase = context.words, context.phrase
    low = "" if phrase.determiner is None else words[phrase.determiner].low
    if low in QUANTITIES or low[:1].isdigit() or low.startswith(("all", "kein", "sämt", "welch", "solch")):
        return None
    if not _adjectives_fit(context, option) or _is_said_twice(context, option):
        return None
    if _is_attribute(context) and (option.kind == "cn" or _is_amount(context)):
        return None
    lead = _lead(context, option, low)
    verb = _verb(context, option)
    if lead is None or verb is None:
        return None
    start, end = context.noun_span
    article, before = "", None
    if not low and option.condition == "prep":
        article, before = _added(context, option)
    genitive = "s" if option.kind == "cn" and context.reading & GP else ""
    new = article + option.singular + genitive
    whole = Edit(start, end - start, new.upper() if words[phrase.at].is_caps else new)
    return [*([before] if before else []), *lead, *verb, whole]


_AMOUNTS = ("stamm", "reihe", "gruppe", "gruppen", "zahl", "kreis", "teil", "paar", "liste", "team", "pool")


def _is_attribute(context: Context) -> bool:
    """ "Beschwerden von Kunden": they belong to a noun, so "Beschwerden der Kundschaft"."""
    at = context.phrase.start
    if at < 2 or context.words[at - 1].low != "von" or at != context.phrase.at:
        return False
    before, after = context.words[at - 2], context.words[at + 1 : at + 2]
    if after and (after[0].low in CONNECTORS or after[0].text == ","):
        return False
    return before.is_word and before.text[0].isupper()


def _is_amount(context: Context) -> bool:
    return context.words[context.phrase.at - 2].low.endswith(_AMOUNTS)


def _added(context: Context, option: Option) -> tuple[str, Edit | None]:
    """The article after a preposition: "mit Bürgern" -> "mit der Bevölkerung", "zu Bürgern" -> "zur"."""
    preposition = context.words[context.phrase.at - 1]
    if _is_attribute(context):
        return "", word_edit(preposition, "der")
    if preposition.low == "zu":
        return "", word_edit(preposition, "zum" if option.kind == "cn" else "zur")
    cases = ("dem ", "das ") if option.kind == "cn" else ("der ", "die ")
    return cases[0 if context.reading & DP else 1], None


def _adjectives_fit(context: Context, option: Option) -> bool:
    found = [context.words[at].low for at in context.phrase.adjectives]
    if not found:
        return True
    if option.singular not in _WITH_ADJECTIVES:
        return False
    return option.singular != "Team" or all(one.startswith(_KIND) for one in found)


def _is_said_twice(context: Context, option: Option) -> bool:
    """ "die Kollegen im Team"; "die Kollegen aus anderen Ämtern" are no team either."""
    after = context.words[context.phrase.at + 1 : context.phrase.at + 2]
    if option.singular == "Team" and after and after[0].low in ("aus", "anderer", "von", "und", "oder", ","):
        return True
    if _is_of_many_teams(context, option) or _is_counted_out(context):
        return True
    sentence = context.words[context.phrase.at].sentence
    around = context.words[max(0, context.phrase.at - 12) : context.phrase.at + 12]
    return any(word.sentence == sentence and option.singular.lower() in word.low for word in around)


def _is_of_many_teams(context: Context, option: Option) -> bool:
    """ "die Kollegen der anderen Ämter" are several teams."""
    after = [word.low for word in context.words[context.phrase.at + 1 : context.phrase.at + 3]]
    return option.singular == "Team" and after[:1] in (["der"], ["in"], ["den"]) and after[-1] in _OTHERS


def _is_counted_out(context: Context) -> bool:
    """ "die Zahl der Einwohner": one counts people, no group."""
    start = context.phrase.start
    before = context.words[start - 1].low if start else ""
    return bool(context.reading & GP) and before.endswith(_COUNTS)


def _lead(context: Context, option: Option, low: str) -> list[Edit] | None:
    """The edits of article and adjectives."""
    words, phrase = context.words, context.phrase
    neuter, many = option.kind == "cn", bool(context.reading & (DP | GP))
    made = []
    if not low:
        return _without_article(context, option)
    new = _article(low, neuter, context.reading)
    if new is None:
        return None
    made.append(word_edit(words[phrase.determiner or 0], new))
    own = low.startswith(_OWN)
    for at in phrase.adjectives:
        adjective = words[at].low
        stem = adjective[:-2] if adjective.endswith("en") else adjective[:-1]
        end = "en" if many else "es" if neuter and own else "e"
        made.append(word_edit(words[at], stem + end))
    return [edit for edit in made if edit]


def _article(low: str, neuter: bool, reading: int) -> str | None:
    table = _NEUTER if neuter else _FEMININE
    if low in table:
        return table[low]
    if low.startswith(("dies", "jen")):
        stem = low[: 4 if low.startswith("dies") else 3]
        ends = ("es", "em", "es") if neuter else ("e", "er", "er")
    elif low.startswith(_OWN):
        stem = next(low[: len(one)] for one in _OWN if low.startswith(one))
        if neuter and stem == "unsr":
            return None
        if neuter and stem == "eur" and not reading & (DP | GP):
            return "euer"
        ends = ("", "em", "es") if neuter else ("e", "er", "er")
    else:
        return None
    return stem + ends[1 if reading & DP else 2 if reading & GP else 0]


def _without_article(context: Context, option: Option) -> list[Edit] | None:
    """ "mit engagierten Kollegen" -> "mit einem engagierten Team"; "für Bürger" -> "für die Bevölkerung"."""
    words, phrase = context.words, context.phrase
    if option.condition == "prep":
        return []
    if not phrase.adjectives:
        return [] if option.condition == "bare" else None
    if option.singular == "Team" and context.reading & DP and phrase.preposition is not None:
        return [Edit(words[phrase.start].start, 0, "einem ")]
    if option.kind == "cn":
        return None
    made = []
    for at in phrase.adjectives:
        adjective = words[at].low
        stem = adjective[:-1] if adjective.endswith("e") else adjective[:-2]
        made.append(word_edit(words[at], stem + ("er" if context.reading & (DP | GP) else "e")))
    return [edit for edit in made if edit]


def _verb(context: Context, option: Option) -> list[Edit] | None:
    """The verb in the singular where the phrase is its subject; [] where someone else is."""
    words, phrase = context.words, context.phrase
    if _speaks_on(context, option):
        return None
    if not context.reading & NP or _is_object(context):
        return []
    around = (words[phrase.at + 1 : phrase.at + 2], words[max(0, phrase.start - 1) : phrase.start])
    if any(side and (side[0].low in CONNECTORS or side[0].text == ",") for side in around):
        return [] if _is_joined(context) else None
    if subjects.stands_after_subject(words, phrase.start):
        return []
    place = subjects.verb_of(words, phrase.start, phrase.at)
    if place is not None and place < phrase.start and not subjects.comes_second(words, place):
        return None
    new = verbs.singular(words[place].text) if place is not None else None
    edit = word_edit(words[place], new) if place is not None and new else None
    return [edit] if edit else None


def _goes_on_with_noun(rest: Sequence[Word]) -> bool:
    """ "Kunden, Lieferanten und …": a list, no clause about them."""
    return len(rest) > 1 and rest[1].is_word and rest[1].text[0].isupper()


def _is_joined(context: Context) -> bool:
    """ "unsere Kunden und Lieferanten": another noun is subject, too, so the verb stays plural."""
    words, at = context.words, context.phrase.at
    after = words[at + 1 : at + 4]
    if len(after) < 2 or not (after[0].low in CONNECTORS or _goes_on_with_noun(after)):
        return False
    return after[1].text[:1].isupper() or (len(after) > 2 and after[2].text[:1].isupper())


def _speaks_on(context: Context, option: Option) -> bool:
    """Whether "sie", "ihnen", "ihre" after it speak of the people, and would not fit the group."""
    words, at = context.words, context.phrase.at
    sentence = words[at].sentence
    rest = [word for word in words[at + 1 : at + 40] if word.sentence == sentence]
    rest = [word for word in rest if not word.text.startswith(("Sie", "Ih"))]
    if any(word.low in ("ihnen", "deren", "denen") for word in rest):
        return True
    if any(word.low == "sie" for word in rest) and not (option.kind == "c" and _is_their_object(context)):
        return True
    if rest and rest[0].text == "," and not _goes_on_with_noun(rest):
        return True
    return (
        option.kind == "cn"
        and bool(context.reading & NP)
        and any(word.low.startswith("ihr") for word in rest)
    )


def _is_their_object(context: Context) -> bool:
    """ "Sie beraten Kunden und begleiten sie": "sie" is no subject, and means a feminine group as well."""
    words, at = context.words, context.phrase.at
    sentence = words[at].sentence
    places = [
        place
        for place in range(at + 1, min(len(words), at + 40))
        if words[place].text == "sie" and words[place].sentence == sentence
    ]
    return _is_object(context) and all(
        words[place - 1].low.endswith("en")
        and words[place - 1].low not in _NO_VERBS
        and words[place - 1].text[0].islower()
        and words[place - 2].low in (*CONNECTORS, "sie", "wir")
        for place in places
    )


def _is_object(context: Context) -> bool:
    """Whether someone else ("Sie", "wir") is the subject of this clause."""
    words, at = context.words, context.phrase.start
    sentence = words[at].sentence
    for back in range(at - 1, max(-1, at - 12), -1):
        if words[back].sentence != sentence or words[back].text in ",;:":
            return False
        if words[back].text in ("Sie", "wir", "Wir", "du", "Du"):
            return True
    return False
