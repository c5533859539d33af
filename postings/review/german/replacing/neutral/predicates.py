"""Verbs for what one is: "Sie sind ein guter Zuhörer" -> "Sie hören gut zu"."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading.scan import Word
from postings.review.german.replacing.agreement import Context, word_edit
from postings.review.german.vocabulary import verbs
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import CONNECTORS
from postings.review.model import Edit

# Noun: verb with Sie, with du, what stands before the rest, the rest. "gut" gives way to an adjective.
_VERBS = {
    "Zuhörer": ("hören", "hörst", "gut", "zu"),
    "Macher": ("packen", "packst", "gern", "an"),
    "Anpacker": ("packen", "packst", "gern", "an"),
    "Frühaufsteher": ("stehen", "stehst", "gern früh", "auf"),
    "Nichtraucher": ("rauchen", "rauchst", "", "nicht"),
    "Problemlöser": ("lösen", "löst", "gern", "Probleme"),
    "Kommunikator": ("kommunizieren", "kommunizierst", "gut", ""),
    "Organisator": ("organisieren", "organisierst", "gut", ""),
    "Denker": ("denken", "denkst", "klar", ""),
    "Stratege": ("denken", "denkst", "strategisch", ""),
    "Analytiker": ("denken", "denkst", "analytisch", ""),
    "Perfektionist": ("arbeiten", "arbeitest", "sehr genau", ""),
    "Naturfreund": ("mögen", "magst", "die", "Natur"),
    "Tierfreund": ("mögen", "magst", "", "Tiere"),
    "Kinderfreund": ("mögen", "magst", "", "Kinder"),
    "Menschenfreund": ("mögen", "magst", "", "Menschen"),
    "Hundefreund": ("mögen", "magst", "", "Hunde"),
    "Musikfreund": ("mögen", "magst", "", "Musik"),
    "Brückenbauer": ("bauen", "baust", "gern", "Brücken"),
    "Ideengeber": ("bringen", "bringst", "gern Ideen", "ein"),
    "Impulsgeber": ("geben", "gibst", "gern", "Impulse"),
    "Student": ("studieren", "studierst", "", ""),
    "Berufsanfänger": ("stehen", "stehst", "am Anfang Ihres Berufslebens", ""),
    "Berufseinsteiger": ("stehen", "stehst", "am Anfang Ihres Berufslebens", ""),
    "Netzwerker": ("vernetzen", "vernetzt", "sich gern", ""),
    "Radfahrer": ("fahren", "fährst", "gern", "Rad"),
    "Autofahrer": ("fahren", "fährst", "", "Auto"),
}
# The same of what one may be by occupation as well: only where it is said how one does it.
_SKILLS = {
    "Kletterer": ("klettern", "kletterst", "gut", ""),
    "Schwimmer": ("schwimmen", "schwimmst", "gut", ""),
    "Läufer": ("laufen", "läufst", "gut", ""),
    "Sänger": ("singen", "singst", "gut", ""),
    "Tänzer": ("tanzen", "tanzt", "gut", ""),
    "Redner": ("reden", "redest", "gut", ""),
    "Beobachter": ("beobachten", "beobachtest", "genau", ""),
    "Planer": ("planen", "planst", "gut", ""),
    "Vermittler": ("vermitteln", "vermittelst", "gut", ""),
    "Berater": ("beraten", "berätst", "gut", ""),
    "Zeichner": ("zeichnen", "zeichnest", "gut", ""),
    "Verkäufer": ("verkaufen", "verkaufst", "gut", ""),
    "Motivator": ("motivieren", "motivierst", "gut", ""),
    "Autofahrer": ("fahren", "fährst", "gut", "Auto"),
    "Radfahrer": ("fahren", "fährst", "gut", "Rad"),
}
_REPLACED = ("gut", "klar", "genau")
_MERE = word_set("echt wahr richtig absolut begeistert leidenschaftlich typisch")
_FIT = word_set("""
    gut sehr aufmerksam geduldig genau strategisch analytisch kreativ klar logisch schnell pragmatisch
    hervorragend ausgezeichnet aktiv einfühlsam
    """)
_GOING_ON = word_set("behalten bleiben arbeiten gehen haben können wollen")


def reworded(context: Context) -> list[Edit] | None:
    """The edits of "sind" and of the phrase, where one is spoken to and nothing else is said beside it."""
    base = context.phrase.noun.base
    entry = _VERBS.get(base) or _citizen(context)
    if base in _SKILLS and context.phrase.adjectives and not is_merely_praised(context):
        entry = _SKILLS[base]
    if entry is None or context.determiner not in ("", "ein"):
        return None
    being = _being(context)
    if being is None:
        return None
    more = _goes_on(context, being)
    if more is None:
        return None
    middle = _middle(context, entry[2])
    if middle is None:
        return None
    word = context.words[being]
    if word.low == "bist":
        middle = middle.replace("sich", "dich").replace("Ihres", "deines")
    made = _written(context, being, entry[1 if word.low == "bist" else 0], middle, entry[3])
    return made and [*made, *more]


def own_boss(context: Context) -> list[Edit] | None:
    """ "Sie sind Ihr eigener Chef" -> "Sie arbeiten eigenverantwortlich"."""
    words, phrase = context.words, context.phrase
    own = [words[at].low for at in phrase.adjectives]
    if phrase.noun.base != "Chef" or own != ["eigener"] or phrase.start < 1:
        return None
    being = words[phrase.start - 1]
    verb = {"sind": "arbeiten", "bist": "arbeitest", "seid": "arbeitet"}.get(being.low)
    if verb is None:
        return None
    end = context.noun_span[1]
    return [Edit(being.start, end - being.start, f"{verb} eigenverantwortlich")]


def is_merely_praised(context: Context) -> bool:
    """Whether no adjective stands there but "echter", "wahrer" …"""
    lows = (context.words[at].low for at in context.phrase.adjectives)
    return all(low.removesuffix("r").removesuffix("n").removesuffix("e") in _MERE for low in lows)


def _citizen(context: Context) -> tuple[str, str, str, str] | None:
    """ "Sie sind deutscher Staatsbürger" -> "Sie haben die deutsche Staatsangehörigkeit"."""
    adjectives = context.phrase.adjectives
    if context.phrase.noun.base != "Staatsbürger" or len(adjectives) != 1:
        return None
    return (
        "haben",
        "hast",
        "",
        f"die {context.words[adjectives[0]].low.removesuffix('r')} Staatsangehörigkeit",
    )


def _written(context: Context, being: int, verb: str, middle: str, rest: str) -> list[Edit] | None:
    words, phrase = context.words, context.phrase
    start, end = words[phrase.start].start, context.noun_span[1]
    if being < phrase.start:
        new = " ".join(filter(None, (middle, rest)))
        made = word_edit(words[being], verb)
        if made is None:
            return None
        return [made, Edit(start, end - start, new)] if new else [made, Edit(start - 1, end - start + 1, "")]
    joined = rest + verb if rest in ("zu", "an", "auf", "ein") else f"{rest} {verb}".strip()
    new = " ".join(filter(None, (middle, joined)))
    return [Edit(start, words[being].end - start, new)]


def _being(context: Context) -> int | None:
    """The place of "sind" or "bist" in "Sie sind …", "sind Sie …", "wenn Sie … sind"."""
    words, phrase = context.words, context.phrase
    after = phrase.at + 1
    before = words[max(0, phrase.start - 4) : phrase.start]
    if any(word.low in CONNECTORS for word in before):
        return None
    for at in range(phrase.start - 1, max(-1, phrase.start - 4), -1):
        if (
            words[at].sentence != words[phrase.at].sentence
            or words[at].text in ",;:"
            or words[at].low in CONNECTORS
        ):
            break
        if words[at].low in ("sind", "bist"):
            return at if _speaks_to_you(words[max(0, at - 1) : at + 2]) else None
    if after < len(words) and words[after].low in ("sind", "bist") and _speaks_to_you(before[-1:]):
        return after
    return None


def _speaks_to_you(around: Sequence[Word]) -> bool:
    return any(word.low in ("sie", "du") for word in around)


def _goes_on(context: Context, being: int) -> list[Edit] | None:
    """What follows may hang on "sind", too: "ein guter Zuhörer und belastbar" -> "und sind belastbar"."""
    words, at = context.words, max(context.phrase.at, being)
    after = words[at + 1 : at + 3]
    if not after or after[0].text in (".", "!", "?", ","):
        return []
    if after[0].low != "und" or len(after) < 2 or not after[1].is_word:
        return None
    low = after[1].low
    known = verbs.singular(low) is not None or (low.endswith("st") and len(low) > 4)
    if known or low in _GOING_ON:
        return []
    return None if low.endswith("en") or being > at else [Edit(after[1].start, 0, words[being].low + " ")]


def _middle(context: Context, usual: str) -> str | None:
    """The adverb: "ein aufmerksamer Zuhörer" hears "aufmerksam"."""
    found = []
    for at in () if context.phrase.noun.base == "Staatsbürger" else context.phrase.adjectives:
        low = context.words[at].low
        stem = low[:-2] if low.endswith("er") else low.removesuffix("e")
        if stem in _MERE:
            continue
        if stem not in _FIT:
            return None
        found.append(stem)
    return found[-1] if found and usual in _REPLACED else usual if not found or found == ["gut"] else None
