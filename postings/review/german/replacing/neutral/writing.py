"""Neutral wording for a person noun, where there is a good one that fits case and number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postings.review.german.replacing import agreement, styles
from postings.review.german.replacing.agreement import Context, word_edit
from postings.review.german.replacing.neutral import groups, indefinite, one_of, plurals, rows, wordings
from postings.review.german.replacing.neutral.table import Option, options
from postings.review.german.replacing.phrase import ending
from postings.review.german.replacing.pronouns import Follower
from postings.review.german.vocabulary import lexicon
from postings.review.german.vocabulary.lexicon import AS, DP, DS, GS, NS
from postings.review.german.vocabulary.word_lists import listed, word_set
from postings.review.german.vocabulary.words import CONNECTORS, CONTRACTIONS, COPULAS
from postings.review.model import Edit, Replacement

_HERE = " in der Stadt"
_PLACING = word_set("der des aus in im von hannovers unserer dieser")
_ADJECTIVES = {"ideal": ("ideal", "passend", "geeignet", "richtig", "perfekt"), "unbekannt": ("unbekannt",)}
_ADJECTIVES |= {"ehrenamt": ("ehrenamtlich",), "freiwillig": ("freiwillig", "ehrenamtlich")}
_ON_AVERAGE = word_set("schnitt durchschnittlich mittel pro jeweils")
_TEACHING = ("musikschule", "unterricht")
_NUMBERS = word_set("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf")
_CALLING = tuple(listed("such gesucht meld hinweis gebeten bitte"))
_CONVICTING = tuple(listed("verurteil haftstraf gefängnis geständ freiheitsstraf gericht"))
_COURT = tuple(
    listed("angeklagt anklage gericht prozess strafverfahren beschuldigt urteil haft staatsanwalt")
)
_SEEKING = tuple(listed("such gesucht brauch bewerb einstell bilde ausbild stelle verstärk"))
_CLUBS = tuple(listed("verein verband genossenschaft klub club chor initiative bündnis"))
_POLICE = tuple(
    listed("polizei streife dienststelle festn festg nahmen nahm tatort schoss kontrolliert durchsuch")
)
_BESIDE = {
    "suche": _SEEKING,
    "polizei": _POLICE,
    "verein": _CLUBS,
    "unterricht": _TEACHING,
    "gericht": _COURT,
    "doppelt": ("beschäftigt",),
}
_NEUTER = {"der": "das", "den": "das", "ein": "ein", "einen": "ein"}
_DEFINITE = tuple(listed("der den dem des die dies unser ihr dein euer eure sein mein"))


def replacements(
    context: Context, followers: Sequence[Follower], row: list[Edit] | None, *, only_good: bool
) -> list[Replacement]:
    """The neutral replacements, best first; `row` are the edits that join the noun to its neighbour."""
    certain = context.phrase.is_certain
    if agreement.one_of(context, "star"):
        made = None if only_good else one_of.reworded(context)
        return [context.replacement("neutral", made, certain)] if made else []
    whole = list(wordings.rewordings(context, in_house=only_good))
    if not only_good:
        whole[:0] = filter(None, (row, rows.cut(context)))
    found = [context.replacement("neutral", edits, certain) for edits in whole if not followers]
    if not only_good and (made := indefinite.reworded(context, followers)):
        found.insert(0, context.replacement("neutral", made, certain))
    for option in _ordered(context, options(context.phrase.noun)):
        if only_good and not option.is_good:
            continue
        made = _edits(context, option, followers)
        if made and _keeps_row(context, made):
            found.append(context.replacement("neutral", made, option.is_safe and certain))
    return found


def _ordered(context: Context, known: Sequence[Option]) -> list[Option]:
    """ "jeder Teilnehmer" is rather "alle Teilnehmenden" than "jede teilnehmende Person"."""
    known = sorted(known, key=lambda option: _stumbles(context, option))
    if not context.determiner.startswith("jed"):
        return known
    sentence = context.words[context.phrase.at].sentence
    near = context.words[context.phrase.at : context.phrase.at + 20]
    if any(word.low in _ON_AVERAGE for word in near if word.sentence == sentence):
        return [option for option in known if option.kind not in ("p", "g")]
    return sorted(known, key=lambda option: option.kind not in ("p", "g"))


def _stumbles(context: Context, option: Option) -> bool:
    """ "Menschen aus dem Handwerk aus der Region"."""
    after = _first_after(context)
    return after in ("aus", "im") and f" {after} " in (
        option.plural if context.is_plural else option.singular
    )


def _keeps_row(context: Context, edits: Sequence[Edit]) -> bool:
    """Whether "Projekt- und Team…" still ends in a word that fits the cut-off one."""
    phrase = context.phrase
    if phrase.start == phrase.at or not context.words[phrase.at - 2].text.endswith("-"):
        return True
    start, _ = context.noun_span
    if context.words[phrase.at - 1].low not in ("und", "oder", "sowie", "bzw", "/"):
        return True
    return any(edit.offset == start and edit.text[:4] == context.noun_text[:4] for edit in edits)


def _edits(context: Context, option: Option, followers: Sequence[Follower]) -> list[Edit] | None:
    if not _suits(context, option, followers):
        return None
    if option.kind in ("c", "cn"):
        return groups.edits(context, option)
    if option.kind == "g":
        return plurals.edits(context, option, followers)
    if option.kind in ("p", "s"):
        if context.is_plural:
            return [agreement.substantivised(context, option.singular)]
        return plurals.edits(context, option, followers)
    if context.is_plural:
        return _with_clause(context, option) if option.kind == "w" else _plain_plural(context, option)
    return _one(context, option, followers)


def _one(context: Context, option: Option, followers: Sequence[Follower]) -> list[Edit] | None:
    """What stands for one person."""
    if option.kind == "w":
        return None if followers else _with_clause(context, option)
    if option.kind == "i":
        return None if followers else wordings.instead_of_as(context, option.singular)
    if option.kind == "m":
        return None if context.reading & (GS | NS) else [_noun(context, option.singular)]
    if option.kind == "n":
        return _neuter(context, option, followers)
    if option.adjective and (_shares_dative(context) or _has_object(context, option)):
        return None
    return _feminine(context, option, [one for one in followers if not one.is_shared])


def _has_object(context: Context, option: Option) -> bool:
    """ "Der Käufer des Grundstücks" is no "kaufende Person des Grundstücks"."""
    is_participle = option.adjective.endswith("nd") and option.singular == "Person"
    return (
        is_participle
        and not context.phrase.noun.is_adjectival
        and _first_after(context) in ("des", "der", "eines", "einer", "von", "vom")
    )


def _repeats_neighbour(context: Context, option: Option) -> bool:
    """ "Reisende und Touristen" are not "Reisende und Reisende"."""
    words, start, at = context.words, context.phrase.start, context.phrase.at
    new = option.plural if context.is_plural and option.plural else option.singular
    if start > 1 and words[start - 1].low in CONNECTORS and words[start - 2].text in new.split()[:1]:
        return True
    if at + 2 >= len(words) or not (words[at + 1].low in CONNECTORS or words[at + 1].text == ","):
        return False
    other = next((word for word in words[at + 2 : at + 5] if word.is_word and word.text[0].isupper()), None)
    found = lexicon.find(other.text) if other is not None else None
    usual = [one for one in options(found.noun) if not one.condition] if found is not None else []
    own = (option.kind, option.adjective, option.singular)
    return any((one.kind, one.adjective, one.singular) == own for one in usual[:1])


def _says_nothing(context: Context, option: Option) -> bool:
    """ "Als Kunde" is no "als Person": the word alone says nothing of the role."""
    before = context.words[context.phrase.start - 1].low if context.phrase.start else ""
    is_bare = option.singular == "Person" and not option.adjective and not context.phrase.adjectives
    return is_bare and before == "als" and not context.is_plural


def _suits(context: Context, option: Option, followers: Sequence[Follower]) -> bool:
    if _says_nothing(context, option) or _repeats_neighbour(context, option):
        return False
    if option.kind == "r" and not any(one.is_relative for one in followers):
        return False
    named = context.phrase.adjectives or any(not one.is_relative for one in followers)
    if option.kind == "s" and not named:
        return False
    by_number = option.readings & context.reading
    if option.condition == "stelle" and (followers or context.phrase.adjectives):
        return False
    jed = context.determiner.startswith("jed") and option.kind in ("p", "g")
    return bool(by_number or jed) and _meets(context, option.condition)


def _meets(context: Context, condition: str) -> bool:
    phrase = context.phrase
    if condition in ("der", "stelle"):
        return context.determiner in CONTRACTIONS or context.determiner.startswith(_DEFINITE)
    if condition == "ein":
        return context.determiner not in CONTRACTIONS and not context.determiner.startswith(_DEFINITE)
    if condition == "allein":
        return not phrase.adjectives or wordings.names_field(context)
    if condition == "isch":
        return wordings.names_field(context)
    if condition in _ADJECTIVES:
        return any(context.words[at].low.startswith(_ADJECTIVES[condition]) for at in phrase.adjectives)
    if condition == "zahl":
        low = "" if phrase.determiner is None else context.words[phrase.determiner].low
        is_whole = _meets_beside(context, "frei")
        return (low[:1].isdigit() or low in _NUMBERS) and (is_whole or context.phrase.noun.base != "Bewohner")
    if condition == "aufruf":
        return _is_near(context, _CALLING) and _meets_beside(context, "frei")
    if condition in _BESIDE:
        return _is_near(context, _BESIDE[condition])
    if condition == "offen":
        return not _is_near(context, _CONVICTING)
    return _meets_beside(context, condition)


def _is_near(context: Context, beginnings: tuple[str, ...]) -> bool:
    """Whether a word that begins so stands in the sentence."""
    at = context.phrase.at
    sentence = context.words[at].sentence
    near = context.words[max(0, at - 20) : at + 20]
    return any(word.sentence == sentence and word.low.startswith(beginnings) for word in near)


def _meets_beside(context: Context, condition: str) -> bool:
    """Conditions about the word right before or after the phrase."""
    phrase = context.phrase
    if condition == "mit":
        return phrase.preposition is not None and context.words[phrase.preposition].low == "mit"
    if condition == "artikel":
        return context.determiner in ("der", "den", "dem", "des") or context.determiner in CONTRACTIONS
    if condition == "davon":
        return _first_after(context) in ("des", "der", "vom", "von", "eines", "einer")
    if condition == "frei":
        return _first_after(context) not in ("des", "eines", "der", "von")
    if condition == "fürs":
        return _first_after(context) == "für"
    if condition == "für":
        return _first_after(context) in ("für", "in", "im", "am", "zur", "als")
    if condition == "bare":
        return phrase.start == phrase.at
    return condition != "prep" or (phrase.start == phrase.at and phrase.preposition == phrase.at - 1)


def _first_after(context: Context) -> str:
    """The word after the noun, or after "(m/w/d)" there."""
    words, at = context.words, context.phrase.at + 1
    if at < len(words) and words[at].text == "(":
        while at < len(words) and words[at].text != ")":
            at += 1
        at += 1
    return words[at].low if at < len(words) else ""


def _noun(context: Context, new: str) -> Edit:
    start, end = context.noun_span
    if context.words[context.phrase.at].is_caps:
        new = new.upper()
    elif context.phrase.start == context.phrase.at and context.words[context.phrase.at].starts_sentence:
        new = new[:1].upper() + new[1:]
    return Edit(start, end - start, new)


def _with_clause(context: Context, option: Option) -> list[Edit] | None:
    """ "für Rollstuhlfahrer" -> "für Menschen, die einen Rollstuhl nutzen"; a comma closes the clause."""
    after = context.words[context.phrase.at + 1 : context.phrase.at + 2]
    if after and after[0].low in _PLACING:
        return None
    closes = bool(after) and after[0].text not in (".", ",", ";", ":", "!", "?", ")")
    made = _plain_plural(context, option) if context.is_plural else _feminine(context, option, [])
    return [
        Edit(edit.offset, edit.length, edit.text + ("," if closes and "," in edit.text else ""))
        for edit in made
    ]


def _plain_plural(context: Context, option: Option) -> list[Edit]:
    lead = ""
    if option.adjective:
        last = context.phrase.adjectives[-1] if context.phrase.adjectives else None
        low = context.words[last].low if last is not None else ""
        end = ending(low) if low else agreement.substantivised(context, "e").text.lower()
        lead = option.adjective + (end if end in ("e", "en", "er") else "en") + " "
    new = option.plural
    if new.endswith(_HERE) and (_has_place(context) or context.phrase.adjectives):
        new = new.removesuffix(_HERE)
    first, mark, rest = new.partition("," if ", " in new else " ")
    if context.reading & DP and not first.endswith(("n", "s")):
        first += "n"
    return [_noun(context, lead + first + mark + rest)]


def _has_place(context: Context) -> bool:
    """ "die Bürger der Stadt": what follows says already where."""
    after = context.words[context.phrase.at + 1 : context.phrase.at + 2]
    return bool(after) and after[0].low in _PLACING


def _shares_dative(context: Context) -> bool:
    """ "zum Angestellten oder Kaufmann": an adjective would need the ending of the article they share."""
    phrase = context.phrase
    before = [word.low for word in context.words[max(0, phrase.start - 3) : phrase.start]]
    if phrase.start != phrase.at or not before or before[-1] not in CONNECTORS:
        return False
    return bool(context.reading & DS) or before[0] in ("zum", "zur")


def _feminine(context: Context, option: Option, followers: Sequence[Follower]) -> list[Edit]:
    edits = [edit for word, _, new in agreement.changing(context) if (edit := word_edit(word, new))]
    lead = ""
    if option.adjective:
        lead = styles.feminine_adjective(option.adjective + "er", context.determiner, context.reading) + " "
    if _needs_article(context, lead + option.singular):
        lead = "eine " + lead
    edits.append(_noun(context, lead + option.singular))
    return edits + [edit for one in followers if (edit := word_edit(one.word, one.feminine))]


def _needs_article(context: Context, new: str) -> bool:
    """ "Sie sind Raucher" -> "Sie sind eine rauchende Person"."""
    phrase = context.phrase
    if phrase.start != phrase.at or not context.reading & NS or "Person" not in new.split()[:2]:
        return False
    before = context.words[max(0, phrase.at - 3) : phrase.at]
    return any(word.low in COPULAS for word in before) and before[-1].low != "als"


_NEUTER_STANDING = {"er": "es", "ihn": "es", "ein anderer": "ein anderes", "einen anderen": "ein anderes"}
_NEUTER_RELATIVES = {"der": "das", "den": "das", "dem": "dem", "dessen": "dessen"}


def _neuter(context: Context, option: Option, followers: Sequence[Follower]) -> list[Edit] | None:
    """ "eines Kollegen, dessen" -> "eines Teammitglieds, dessen"; "er" and "ihn" become "es"."""
    phrase, reading = context.phrase, context.reading
    low = context.determiner
    edits = list(_neuter_followers(followers))
    if low in CONTRACTIONS:
        return [*edits, _noun(context, option.singular)]
    if not low:
        return [*edits, *_without_article(context, option)] if reading & (NS | AS) else None
    word = context.words[phrase.determiner or 0]
    new = low
    if reading & (NS | AS):
        new = _NEUTER.get(low) or (low[:-2] + "es" if low[:3] in ("jed", "die") else low.removesuffix("en"))
        new = "euer" if new == "eur" else new
    if edit := word_edit(word, new):
        edits.append(edit)
    for at in phrase.adjectives:
        adjective = context.words[at].low
        stem = adjective[:-1] if adjective.endswith("e") else adjective[:-2]
        if reading & (NS | AS):
            end = "e" if low in ("der", "den") or low[:3] in ("jed", "die") else "es"
            if edit := word_edit(context.words[at], stem + end):
                edits.append(edit)
    return [*edits, _noun(context, option.singular + ("s" if reading & GS else ""))]


def _without_article(context: Context, option: Option) -> Iterator[Edit]:
    """ "Neuer Kollege gesucht" -> "Neues Teammitglied gesucht"."""
    for at in context.phrase.adjectives:
        low = context.words[at].low
        if edit := word_edit(context.words[at], (low[:-1] if low.endswith("e") else low[:-2]) + "es"):
            yield edit
    yield _noun(context, option.singular)


def _neuter_followers(followers: Sequence[Follower]) -> Iterator[Edit]:
    """sein and ihm stay."""
    for one in followers:
        table = _NEUTER_RELATIVES if one.is_relative else _NEUTER_STANDING
        if edit := word_edit(one.word, table.get(one.word.low, one.word.low)):
            yield edit
