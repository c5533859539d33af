"""From a noun phrase to the edits that put it right in a style, with all that must agree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from postings.review.german.reading.scan import Word
from postings.review.german.replacing import styles
from postings.review.german.replacing.phrase import Phrase
from postings.review.german.vocabulary import lexicon
from postings.review.german.vocabulary.lexicon import AS, DP, DS, GP, GS, PLURAL, Noun
from postings.review.german.vocabulary.word_lists import listed, word_set
from postings.review.german.vocabulary.words import (
    CONNECTORS,
    CONTRACTIONS,
    DETERMINERS,
    PREPOSITIONS,
    QUANTITIES,
)
from postings.review.model import Edit, Replacement

_WEAK_QUANTITIES = word_set("beide beiden manche manchen")
_MARKUP = re.compile(r"\n[\s#>*•-]*|\*\*|__")


@dataclass(frozen=True, slots=True)
class Context:
    """What every writer needs: the text, its words, and a phrase with the reading that was chosen."""

    text: str
    words: Sequence[Word]
    phrase: Phrase
    reading: int
    is_certain: bool
    length: int  # of the noun with a "/in" that belongs to it

    @property
    def is_plural(self) -> bool:
        """Whether the phrase is a plural."""
        return bool(self.reading & PLURAL)

    @property
    def noun_text(self) -> str:
        """The noun as it stands."""
        return self.words[self.phrase.at].text

    @property
    def noun_span(self) -> tuple[int, int]:
        """Where the noun stands, with a "/in" that belongs to it."""
        start = self.words[self.phrase.at].start
        return start, start + self.length

    @property
    def determiner(self) -> str:
        """The determiner in small letters; "" where there is none that changes."""
        if self.phrase.determiner is None:
            return ""
        low = self.words[self.phrase.determiner].low
        return "" if low in QUANTITIES or low[0].isdigit() else low

    def replacement(self, style: str, edits: list[Edit], safe: bool) -> Replacement:
        """The edits as a replacement, with its phrase written out."""
        ordered = tuple(sorted(set(edits), key=lambda edit: (edit.offset, edit.length)))
        start = self.words[self.phrase.start].start
        end = self.noun_span[1]
        inside = [edit for edit in ordered if start <= edit.offset and edit.offset + edit.length <= end]
        return Replacement(style, shown(applied(self.text, start, end, inside)), safe, ordered)


def shown(text: str) -> str:
    """A phrase for showing: on one line, without the marks of bold type or of a heading between its words."""
    return " ".join(_MARKUP.sub(" ", text).split())


def applied(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    """A part of the text with edits made."""
    parts, at = [], start
    for edit in sorted(edits, key=lambda each: each.offset):
        parts += [text[at : edit.offset], edit.text]
        at = edit.offset + edit.length
    return "".join([*parts, text[at:end]])


def word_edit(word: Word, new: str) -> Edit | None:
    """An edit of one word that keeps its capitals, if it changes."""
    written = styles.with_case_of(new, word.text)
    return None if written == word.text else Edit(word.start, word.end - word.start, written)


def signed(context: Context, style: str) -> list[Edit]:
    """The phrase with a sign: "eine*n engagierte*n Sachbearbeiter*in"."""
    sign = styles.SIGNS[style]
    start, end = context.noun_span
    if context.phrase.noun.kind == "man" and not context.is_plural:
        return _man(context, sign)
    if context.phrase.noun.kind == "ling" and context.is_plural:
        return [substantivised(context, context.phrase.noun.feminine[:-1])]
    if context.phrase.noun.kind == "ling":
        return signed(as_adjectival(context), style)
    noun = styles.noun(context.noun_text, context.phrase.noun, context.reading, sign)
    if context.words[context.phrase.at].is_caps:
        noun = noun.upper()
    edits = [] if noun == context.text[start:end] else [Edit(start, end - start, noun)]
    if context.is_plural:
        return edits
    for word, masculine, feminine in changing(context):
        if edit := word_edit(word, _signed_word(masculine, feminine, sign)):
            edits.append(edit)
    return edits


def substantivised(context: Context, word: str) -> Edit:
    """A substantivised adjective for the noun in the plural, with the ending its article leaves it."""
    start, end = context.noun_span
    phrase = context.phrase
    low = context.words[phrase.determiner].low if phrase.determiner is not None else ""
    strong = not low or low[0].isdigit() or low in CONTRACTIONS
    strong = strong or (low in QUANTITIES and low not in _WEAK_QUANTITIES)
    strong = strong and not _is_counted(context) and not _shares_article(context)
    is_dative = phrase.noun.kind == "beamt" and strong and context.noun_text.endswith("n")  # "400 Beamten"
    if context.reading & DP or not strong or is_dative:
        word += "n"
    elif context.reading & GP:
        word += "r"
    if phrase.start == phrase.at and context.words[phrase.at].starts_sentence:
        word = word[:1].upper() + word[1:]  # "Zu Fuß Gehende sind im Vorteil"
    return Edit(start, end - start, word.upper() if context.words[phrase.at].is_caps else word)


_PLURALS = tuple(
    listed("""
    azubis fans profis gäste eltern kinder leute kräfte personen menschen jugendlichen angehörigen innen
    familien vereine verbände firmen betriebe unternehmen schulen kitas behörden ämter gemeinden städte träger
    gruppen initiativen einrichtungen
    """)
)


def _shares_article(context: Context) -> bool:
    """ "der Eltern und Schüler": the second of two nouns, under the article of the first."""
    words, at = context.words, context.phrase.at
    if context.phrase.start != at or at < 3 or words[at - 1].low not in CONNECTORS:
        return False
    before = words[at - 2]
    place = at - 3
    while place > 0 and words[place].low.endswith(("e", "en")) and words[place].low not in DETERMINERS:
        place -= 1
    low = words[place].low
    if low not in DETERMINERS or low in QUANTITIES or low in CONTRACTIONS:
        return False
    is_many = before.low.endswith(_PLURALS)
    if not is_many and lexicon.find(before.text) is None:
        return False
    is_attribute = place > 0 and words[place - 1].text[0].isupper() and not words[place].starts_sentence
    return low[-1] == "e" or is_many or is_attribute


def _is_counted(context: Context) -> bool:
    """ "die drei Mitarbeiter", "unsere 40 Mitarbeiter": an article stands before the number."""
    at = context.phrase.determiner
    if at and context.words[at - 1].low in ("gut", "rund", "knapp", "etwa", "fast", "über", "mehr"):
        at -= 1  # "die gut 300 Zuschauer"
    before = context.words[at - 1].low if at else ""
    return before in DETERMINERS and before not in QUANTITIES and before not in CONTRACTIONS


def as_adjectival(context: Context) -> Context:
    """ "einen Lehrling" as "einen Auszubildenden", for what is written from that."""
    stem = context.phrase.noun.feminine[:-1]
    ending = "n" if context.reading & (GS | DS | AS) else "r" if styles.is_strong(context.determiner) else ""
    other = replace(context.phrase, noun=Noun(stem + "r", "adj", stem))
    words = list(context.words[: context.phrase.at + 1])
    words[-1] = words[-1]._replace(text=stem + ending, low=(stem + ending).lower())
    return replace(context, phrase=other, words=words)


def _signed_word(masculine: str, feminine: str, sign: str) -> str:
    if masculine in CONTRACTIONS:
        if masculine == "zum":
            return f"zum{sign}zur"
        return f"{CONTRACTIONS[masculine]} dem{sign}der"
    return styles.merged(masculine, feminine, sign)


def changing(context: Context) -> list[tuple[Word, str, str]]:
    """Determiner and adjectives as (word, masculine, feminine), all small."""
    words, phrase, found = context.words, context.phrase, []
    if context.determiner and phrase.determiner is not None:
        low = words[phrase.determiner].low
        found.append((words[phrase.determiner], low, styles.feminine_determiner(low, context.reading)))
    for at in phrase.adjectives:
        low = words[at].low
        found.append((words[at], low, styles.feminine_adjective(low, context.determiner, context.reading)))
    return found


def _man(context: Context, sign: str) -> list[Edit]:
    """Nouns in -mann: both words, and "zum Kaufmann*zur Kauffrau"."""
    start, end = context.noun_span
    feminine = feminine_half(context)
    new = context.text[start:end].split("/")[0] + sign + feminine[:1].lower() + feminine[1:]
    if not context.determiner and not context.phrase.adjectives:
        new = context.text[start:end].split("/")[0] + sign + feminine
    return [Edit(start, end - start, new)]


def feminine_half(context: Context) -> str:
    """The whole phrase in its feminine form, whatever stands between its words kept."""
    start, _ = context.noun_span
    begin = min(context.words[context.phrase.start].start, start)
    edits = [
        Edit(word.start, word.end - word.start, new.capitalize() if is_titled(word) else new)
        for word, _, new in changing(context)
    ]
    lead = applied(context.text, begin, start, edits)
    if begins_small(context):
        lead = lead[:1].lower() + lead[1:]
    return lead + context.phrase.noun.feminine_form(context.reading)


def begins_small(context: Context) -> bool:
    """Whether the phrase begins with a word that takes a small letter within a sentence."""
    phrase = context.phrase
    first = context.words[phrase.start]
    if phrase.start in phrase.adjectives and is_titled(first):
        return False
    return phrase.start != phrase.at and not first.is_caps and not first.text.endswith("-")


def is_titled(word: Word) -> bool:
    """ "Technischer" in "als Technischer Zeichner": a capital that belongs to the name of the occupation."""
    starts = word.starts_sentence or word.starts_line or word.is_caps
    return not starts and word.text[:1].isupper() and word.low not in DETERMINERS


ONE_OF = {
    "einer": "eine",
    "keiner": "keine",
    "jeder": "jede",
    "einen": "eine",
    "keinen": "keine",
    "jeden": "jede",
}
ONE_OF |= {"einem": "einer", "keinem": "keiner", "jedem": "jeder", "eines": "einer"}


def before_partitive(words: Sequence[Word], start: int) -> bool:
    """Whether "einer", "keiner" … stands before a genitive plural ("einer der Mitarbeiter")."""
    return start > 0 and words[start - 1].low in ONE_OF


def _is_one_from(context: Context) -> bool:
    """ "als einer von drei Gärtnern"; not "der Plan einer von vielen Bürgern gegründeten Gruppe"."""
    words, start, at = context.words, context.phrase.start, context.phrase.at
    if context.phrase.preposition != start - 1 or words[start - 1].low != "von" or start < 2:
        return False
    if not context.reading & DP or context.phrase.determiner is None:
        return False
    after = words[at + 1 : at + 3]
    if len(after) == 2 and after[0].low.endswith("en") and after[1].text[0].isupper():
        return False
    if words[start - 2].starts_sentence or start < 3:
        return True
    before = words[start - 3]
    return not before.text[0].isupper() and before.low not in PREPOSITIONS


def _is_one_of_number(context: Context) -> bool:
    """ "einem der 22 Richter"."""
    words, start = context.words, context.phrase.start
    is_number = context.phrase.determiner == start and context.is_plural
    return is_number and start > 1 and words[start - 1].low in ("der", "unserer", "ihrer")


def one_of(context: Context, style: str) -> Edit | None:
    """The edit of "Einer" in "Einer der Mitarbeiter", "einer von drei Gärtnern"."""
    start = context.phrase.start
    if _is_one_from(context) or _is_one_of_number(context):
        start -= 1
    elif context.determiner not in ("der", "unserer", "ihrer") or not context.reading & GP:
        return None
    if not before_partitive(context.words, start):
        return None
    word = context.words[start - 1]
    feminine = ONE_OF[word.low]
    if style == "pair":
        joint = "und" if word.low.startswith("jed") else "oder"
        return word_edit(word, f"{feminine} {joint} {word.low}")
    return word_edit(word, styles.merged(word.low, feminine, styles.SIGNS[style]))
