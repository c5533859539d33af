"""Neutral wordings that change more than the noun: "eine Fachkraft für die Sachbearbeitung im Bürgeramt"."""

from __future__ import annotations

from collections.abc import Iterator

from postings.review.german.replacing import agreement
from postings.review.german.replacing.agreement import Context, word_edit
from postings.review.german.replacing.neutral import offices, predicates, training
from postings.review.german.vocabulary.lexicon import GS, NS, SINGULAR
from postings.review.german.vocabulary.word_lists import listed, word_set
from postings.review.german.vocabulary.words import CONNECTORS
from postings.review.model import Edit

_WHERE = {"das": "im", "den": "im", "die": "in der"}
_SEEKING = word_set("suchen sucht suche brauchen braucht benötigen gesucht")
_ABILITIES = dict(
    pair.split(":")
    for pair in listed("""
    Teamplayer:teamfähig Teamarbeiter:teamfähig Mannschaftsspieler:teamfähig
    Teamspieler:teamfähig Allrounder:vielseitig Netzwerker:kontaktfreudig
    Optimist:optimistisch Realist:realistisch Idealist:idealistisch Pragmatiker:pragmatisch
    """)
)
_DOCTORS = word_set("Arzt Zahnarzt Hausarzt Kinderarzt Augenarzt Frauenarzt Tierarzt Facharzt")
_SHOPS = {"Bäcker": "Bäckerei", "Metzger": "Metzgerei", "Fleischer": "Fleischerei", "Konditor": "Konditorei"}
_DESKS = dict.fromkeys(("Pförtner", "Portier", "Empfangsmitarbeiter"), "am Empfang")
_WHEN = word_set("künftig zukünftig jetzig neu derzeitig")
_SPANS = word_set("lebenszeit probe widerruf zeit")
_HOUSES = ("museum", "theater", "archiv", "institut", "gymnasium", "museums")
_ACCUSATIVES = word_set("den die das unseren unsere unser")
_FIELDS = ("isch", "wissenschaftlich", "ärztlich", "handwerklich", "fachlich")
_BEING = word_set("sind bist bin ist")


def rewordings(context: Context, *, in_house: bool) -> Iterator[list[Edit]]:
    """The edits of each wording that fits, best first; in house style only those that suit every text."""
    first = (_ability, _official, _staff, predicates.own_boss)
    yield from filter(None, (each(context) for each in first))
    if in_house and context.phrase.adjectives and not names_field(context):
        yield from filter(None, (_office(context),))
    if not in_house:
        others = (
            offices.of_the_press,
            offices.of_witnesses,
            offices.of_volunteers,
            predicates.reworded,
            training.reworded,
            _office,
            _holder,
            _driver,
            _practice,
        )
        yield from filter(None, (each(context) for each in others))


def names_field(context: Context) -> bool:
    """Whether the adjective says which work ("technischer Sachbearbeiter"), not what the person is like."""
    last = context.words[context.phrase.adjectives[-1]].low if context.phrase.adjectives else ""
    return last.removesuffix("en").removesuffix("er").removesuffix("e").endswith(_FIELDS)


def _office(context: Context) -> list[Edit] | None:
    """ "einen Sachbearbeiter für das Bürgeramt" -> "eine Fachkraft für die Sachbearbeitung im Bürgeramt"."""
    words, phrase = context.words, context.phrase
    if (
        not phrase.noun.base.lower().endswith("sachbearbeiter")
        or not (context.determiner or context.phrase.adjectives)
        or not context.reading & SINGULAR
    ):
        return None
    start, end = context.noun_span
    if "\n" in context.text[words[phrase.start].start : start]:
        return None
    task = phrase.noun.base[:-2] + "ung"
    edits = [edit for word, _, new in agreement.changing(context) if (edit := word_edit(word, new))]
    edits.append(Edit(start, end - start, f"Fachkraft für die {task}"))
    return edits + _place(context)


def _place(context: Context) -> list[Edit]:
    """ "für das Ordnungsamt" -> "im Ordnungsamt" right after the noun."""
    after = context.words[context.phrase.at + 1 : context.phrase.at + 4]
    if len(after) < 3 or not after[2].text[0].isupper():
        return []
    first, last, _ = after
    if first.low != "für" or last.low not in _WHERE:
        return []
    return [Edit(first.start, last.end - first.start, _WHERE[last.low])]


def _holder(context: Context) -> list[Edit] | None:
    """ "Der künftige Stelleninhaber leitet" -> "Wer die Stelle künftig innehat, leitet"."""
    words, phrase = context.words, context.phrase
    if phrase.noun.base != "Stelleninhaber" or context.is_plural:
        return None
    start, end = words[phrase.start].start, context.noun_span[1]
    after = words[phrase.at + 1] if phrase.at + 1 < len(words) else None
    if context.reading & GS and context.determiner == "des" and not phrase.adjectives:
        return [Edit(start, end - start, "auf dieser Stelle")]
    if not context.reading & NS or context.determiner != "der" or not words[phrase.start].starts_sentence:
        return None
    adverbs = [words[at].low[:-1] for at in phrase.adjectives]
    if any(each not in _WHEN for each in adverbs) or after is None or not after.text[0].islower():
        return None
    return [Edit(start, end - start, " ".join(["Wer die Stelle", *adverbs, "innehat,"]))]


def instead_of_as(context: Context, new: str) -> list[Edit] | None:
    """ "als wissenschaftlicher Volontär" -> "im wissenschaftlichen Volontariat"."""
    words, phrase = context.words, context.phrase
    at = phrase.start - 1
    after = words[phrase.at + 1].low if phrase.at + 1 < len(words) else ""
    if at < 0 or words[at].low != "als" or context.determiner or after in CONNECTORS:
        return None
    if after == "im" and new.endswith("Beamtenverhältnis"):
        return None  # "als Beamter im feuerwehrtechnischen Dienst"
    edits = [word_edit(words[at], new.split()[0])]
    for place in phrase.adjectives:
        low = words[place].low
        edits.append(word_edit(words[place], (low[:-1] if low.endswith("e") else low[:-2]) + "en"))
    start, end = context.noun_span
    rest = new.partition(" ")[2]
    return [*filter(None, [*edits, _at_the_house(context)]), Edit(start, end - start, rest)]


def _at_the_house(context: Context) -> Edit | None:
    """ "im Volontariat im Museum" -> "im Volontariat am Museum"."""
    after = context.words[context.phrase.at + 1 : context.phrase.at + 5]
    if not after or after[0].low != "im":
        return None
    house = next((word for word in after[1:] if word.text[0].isupper() and word.low.endswith(_HOUSES)), None)
    return word_edit(after[0], "am") if house else None


def _driver(context: Context) -> list[Edit] | None:
    """ "einen Fahrer für den Bücherbus" -> "eine Person, die den Bücherbus fährt"."""
    words, phrase = context.words, context.phrase
    after = words[phrase.at + 1 : phrase.at + 4]
    if phrase.noun.base != "Fahrer" or context.is_plural or context.determiner not in ("ein", "einen"):
        return None
    if len(after) < 3 or after[0].low != "für" or after[1].low not in _ACCUSATIVES:
        return None
    end = phrase.at + 3
    while end < len(words) and words[end].is_word and words[end].low != "und":
        end += 1
    if end >= len(words) or words[end].text not in (".", "!"):
        return None
    edits = [edit for word, _, new in agreement.changing(context) if (edit := word_edit(word, new))]
    start = context.noun_span[0]
    return [*edits, Edit(start, after[0].end - start, "Person, die"), Edit(words[end - 1].end, 0, " fährt")]


def _practice(context: Context) -> list[Edit] | None:
    """ "beim Zahnarzt" -> "in der Zahnarztpraxis", "beim Bäcker" -> "in der Bäckerei"."""
    words, phrase = context.words, context.phrase
    base = phrase.noun.base
    new = f"in der {base}praxis" if base in _DOCTORS else _DESKS.get(base)
    if base in _SHOPS:
        new = f"in der {_SHOPS[base]}"
    if new is None or context.determiner != "beim" or phrase.adjectives:
        return None
    after = words[phrase.at + 1].low if phrase.at + 1 < len(words) else ""
    if after in ("des", "der", "im", "in", "vom", "von"):
        return None
    start, end = words[phrase.start].start, context.noun_span[1]
    new = new[0].upper() + new[1:] if words[phrase.start].text[0].isupper() else new
    return [Edit(start, end - start, new)]


def _staff(context: Context) -> list[Edit] | None:
    """ "Wir suchen Mitarbeiter" -> "Wir suchen Personal"."""
    phrase = context.phrase
    if phrase.noun.base != "Mitarbeiter" or not context.is_plural or phrase.start != phrase.at:
        return None
    before = [word.low for word in context.words[max(0, phrase.at - 2) : phrase.at]]
    if not before or not (before[-1] in _SEEKING or (before[-1] in ("wir", "sie") and before[0] in _SEEKING)):
        return None
    start, end = context.noun_span
    new = "PERSONAL" if context.words[phrase.at].is_caps else "Personal"
    return [Edit(start, end - start, new)]


def _official(context: Context) -> list[Edit] | None:
    """ "Sie werden Beamter auf Lebenszeit" -> "Sie werden auf Lebenszeit verbeamtet"."""
    words, phrase = context.words, context.phrase
    if phrase.noun.base != "Beamter" or phrase.start != phrase.at or context.is_plural:
        return None
    before = {word.low for word in words[max(0, phrase.at - 2) : phrase.at]}
    if not before & {"werden", "wirst", "sind", "bist"} or not before & {"sie", "du"}:
        return None
    start, end = context.noun_span
    after = words[phrase.at + 1 : phrase.at + 3]
    if (
        len(after) == 2
        and after[0].low == "auf"
        and after[1].low in ("lebenszeit", "probe", "widerruf", "zeit")
    ):
        return [Edit(start, after[1].end - start, f"auf {after[1].text} verbeamtet")]
    return [Edit(start, end - start, "verbeamtet")]


def _ability(context: Context) -> list[Edit] | None:
    """ "Sie sind ein Teamplayer" -> "Sie sind teamfähig"."""
    words, phrase = context.words, context.phrase
    new = _ABILITIES.get(phrase.noun.base)
    if new is None or phrase.start < 2 or context.reading & GS or not predicates.is_merely_praised(context):
        return None
    around = {words[phrase.start - 1].low, words[phrase.start - 2].low}
    if not (around & _BEING and around & {"sie", "du"}) or context.determiner not in ("", "ein"):
        return None
    after = words[phrase.at + 1].low if phrase.at + 1 < len(words) else "."
    if after in ("für", "mit", "im", "in", "der", "des"):
        return None
    start = words[phrase.start].start
    return [Edit(start, context.noun_span[1] - start, new)]


__all__ = ["rewordings"]
