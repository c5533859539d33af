"""What follows a person noun: relative pronouns, er/ihn/ihm/sein…, dessen; and "wer …, dem", "jeder"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from postings.review.german.reading.scan import Word
from postings.review.german.replacing import articles, others, styles
from postings.review.german.replacing.agreement import Context, word_edit
from postings.review.german.vocabulary import verbs
from postings.review.german.vocabulary.lexicon import GS, NS, SINGULAR
from postings.review.german.vocabulary.name_words import STRONG_VERBS
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import CONNECTORS, CONTRACTIONS, DETERMINERS, PREPOSITIONS
from postings.review.model import Edit

# masculine -> feminine, for words that stand for the noun
PERSONAL = {"er": "sie", "ihn": "sie", "ihm": "ihr", "dessen": "deren"}
POINTING = {"diesen": "diese", "diesem": "dieser", "dieser": "diese"}
POSSESSIVE = {"sein" + end: "ihr" + end for end in ("", "e", "en", "em", "er", "es")}
RELATIVE = {
    "der": "die",
    "den": "die",
    "dem": "der",
    "dessen": "deren",
    "welcher": "welche",
    "welchen": "welche",
    "welchem": "welcher",
}
_ALL = PERSONAL | POSSESSIVE | POINTING
STANDING = frozenset(_ALL)
_MAX_WORDS = 80
_BEFORE_RIVALS = word_set("der das ein jedes jeder den dem des einem einen kein unser ihr")
_MASCULINE_ARTICLES = word_set("""
    der des dem den eines einem einen im am vom zum beim seinen ihren unseren keinen diesen jeden deinen
    """)
_SUBJECTS = word_set("wir sie es ich du man sich")
_AFTER_POINTING = word_set("""
    bei in auch nicht und oder sowie gegenüber während wegen regelmäßig fachlich dabei zu ist wird hat obliegt
    untersteht steht obliegen unterstehen stehen berichtet zugeordnet unterstellt direkt unmittelbar
    """)
_NEUTER_NAMES = word_set("mitglied kind mädchen elternteil mensch gast team amt haus unternehmen büro")
_MASCULINE_NAMES = word_set("mensch gast elternteil betrieb verein fachbereich bereich")


@dataclass(frozen=True, slots=True)
class Follower:
    """A word that stands for a person noun."""

    word: Word
    feminine: str
    is_relative: bool
    is_shared: bool = False  # the article of another person noun, whose replacement changes it
    article: Word | None = None  # of "den anderen": it changes with the word


def followers(words: Sequence[Word], contexts: Sequence[Context]) -> dict[int, list[Follower]]:
    """For each noun (by its place) the words that stand for it."""
    found: dict[int, list[Follower]] = {}
    taken: set[int] = set()
    articles = {
        words[each.phrase.determiner].start
        for each in contexts
        if each.phrase.determiner is not None and not each.is_plural
    }
    for number, each in enumerate(contexts):
        if not each.reading & SINGULAR:
            continue
        row = list(_relatives(words, each))
        taken |= {one.word.start for one in row}
        later = _later(words, each, contexts, number, taken, articles)
        if _belongs_to_masculine(words, each):
            later = [one for one in later if one.word.low == "dessen"]
        row += later
        taken |= {one.word.start for one in row}
        if row:
            found[each.phrase.at] = row
    return found


def _relatives(words: Sequence[Word], each: Context) -> Iterator[Follower]:
    """The relative pronoun of a clause that begins after the noun, if that clause is one."""
    at = each.phrase.at + 1
    sentence = words[each.phrase.at].sentence
    limit = min(len(words), at + 7)
    while (
        at < limit
        and words[at].text != ","
        and words[at].sentence == sentence
        and words[at].text not in ".;:!?"
    ):
        if words[at].low in ("und", "oder"):
            return
        at += 1
    if at >= limit or words[at].text != ",":
        return
    if at > each.phrase.at + 1 and _has_masculine_between(words, each.phrase.at + 1, at):
        return
    at += 1
    if at < len(words) and words[at].low in PREPOSITIONS:
        at += 1
    if (
        at < len(words)
        and words[at].low in RELATIVE
        and words[at].sentence == sentence
        and _is_clause(words, at)
        and not answers_who(words, at)
    ):
        yield Follower(words[at], RELATIVE[words[at].low], is_relative=True)
        yield from _second_relative(words, at)


def answers_who(words: Sequence[Word], at: int) -> bool:
    """ "Wer einen Gärtner braucht, der muss warten": "der" before the verb of the main clause."""
    if at + 1 >= len(words) or words[at - 1].text != "," or not _is_finite(words[at + 1]):
        return False
    first = at
    while first > 0 and not words[first].starts_sentence:
        first -= 1
    return words[first].low == "wer" and all(word.text != "," for word in words[first : at - 1])


def _second_relative(words: Sequence[Word], at: int) -> Iterator[Follower]:
    """ ", der gern kocht und dem die Arbeit liegt": a clause of its own after the verb of the first."""
    for place in range(at + 2, min(len(words) - 2, at + 20)):
        if words[place].text in ",.;:!?–)" or words[place].sentence != words[at].sentence:
            return
        if words[place].low not in CONNECTORS or words[place + 1].low not in RELATIVE:
            continue
        begins = words[place + 2].low
        is_own = begins in DETERMINERS or begins in _SUBJECTS
        is_own = is_own or (words[place + 1].low == "dem" and _is_bare_adjective(words[place + 2]))
        if is_own and words[place - 1].low.endswith("t") and _is_clause(words, place + 1):
            yield Follower(words[place + 1], RELATIVE[words[place + 1].low], is_relative=True)


def _is_bare_adjective(word: Word) -> bool:
    """ "und dem regionale Küche wichtig ist": after the article "dem" it would end in -en."""
    return word.text[0].islower() and word.low.endswith("e") and word.low not in DETERMINERS


def _has_masculine_between(words: Sequence[Word], start: int, end: int) -> bool:
    """Another noun there that "der" could belong to."""
    return any(word.low in _MASCULINE_ARTICLES for word in words[start:end])


def _is_clause(words: Sequence[Word], at: int) -> bool:
    """Whether what begins here ends with a verb (a relative clause) and is no list of nouns."""
    sentence = words[at].sentence
    end = at + 1
    while end < len(words) and words[end].sentence == sentence and words[end].text not in ",.;:!?–)":
        end += 1
    last = words[end - 1]
    if not last.is_word or not last.text[0].islower() or last.low in DETERMINERS or last.low in _SUBJECTS:
        return False
    return end - at >= 3 or (end - at == 2 and last.low.endswith(("t", "en")))


def _later(
    words: Sequence[Word],
    each: Context,
    contexts: Sequence[Context],
    number: int,
    taken: set[int],
    articles: set[int],
) -> list[Follower]:
    """er, ihn, ihm, sein…, dessen after the noun, as long as nothing else can be meant."""
    found: list[Follower] = []
    last = words[each.phrase.at].sentence
    neuter_rival = False
    for at in range(each.phrase.at + 1, min(len(words), each.phrase.at + _MAX_WORDS)):
        word = words[at]
        if word.sentence > last + 1:
            break
        rival = _takes_over(words, at, each, contexts, number)
        if rival == "m":
            break
        neuter_rival = neuter_rival or rival == "n"
        if word.sentence == last + 1:
            if not _opens_with_pronoun(words, at):
                break
            last, neuter_rival = word.sentence, False
        other = others.another(words, at, each.determiner)
        found += [Follower(*other, is_relative=False)] if other else []
        if word.start in taken or not _stands_for_one(words, at):
            continue
        if (neuter_rival and word.low not in ("er", "ihn")) or _means_other(
            words, at, each, contexts[max(0, number - 1) : number]
        ):
            continue
        if word.low == "er" and _is_within_his_clause(words, at, taken):
            continue
        found.append(Follower(word, _ALL[word.low], False, is_shared=word.start in articles))
    return found


def _stands_for_one(words: Sequence[Word], at: int) -> bool:
    return words[at].low in _ALL and not (is_verb_sein(words, at) or is_paired(words, at))


def _is_within_his_clause(words: Sequence[Word], at: int, taken: set[int]) -> bool:
    """ "der Schüler, mit dem er sich stritt": in a clause about him "er" is somebody else."""
    for back in range(at - 1, max(-1, at - 10), -1):
        if words[back].start in taken:
            return words[back].low in ("dem", "den")
        if words[back].text in ",;:" or words[back].sentence != words[at].sentence:
            return False
    return False


def _means_other(words: Sequence[Word], at: int, each: Context, before: Sequence[Context]) -> bool:
    """Whether "dessen", "ihn" or "diesen" means something else than this noun."""
    low = words[at].low
    if low == "dessen":
        return at > 0 and words[at - 1].text == ","
    if low in ("ihn", "ihm"):
        return _has_own_subject(words, at, each, is_first=not _has_other(words, each, before))
    return low in POINTING and not _points_at(words, at, each.phrase.at)


def _has_other(words: Sequence[Word], each: Context, before: Sequence[Context]) -> bool:
    """Whether another person was named in the sentence, who may be meant by "ihn"."""
    return bool(before) and words[before[-1].phrase.at].sentence == words[each.phrase.at].sentence


def _has_own_subject(words: Sequence[Word], at: int, each: Context, *, is_first: bool) -> bool:
    """ "bevor er ihn antritt": "ihn" means something else than the subject of its own clause."""
    for back in range(at - 1, max(-1, at - 15), -1):
        goes_on = words[back].low == "und" and _is_finite(words[back + 1])
        if words[back].text in ",;:" or (words[back].low in CONNECTORS and not goes_on):
            return False
        if words[back].sentence != words[at].sentence:
            return False
        if back == each.phrase.at:
            return is_first and bool(each.reading & NS)
        if words[back].low == "er":
            return True
    return False


def _is_finite(word: Word) -> bool:
    return word.text[0].islower() and (verbs.plural(word.low) is not None or word.low in STRONG_VERBS)


def _belongs_to_masculine(words: Sequence[Word], each: Context) -> bool:
    """ "Der Wagen des Monteurs … er": the pronoun means the wagon."""
    start = each.phrase.start
    if not each.reading & GS or start < 2 or words[start - 2].low not in ("der", "ein", "unser", "ihr"):
        return False
    return words[start - 1].is_word and words[start - 1].text[0].isupper()


def _points_at(words: Sequence[Word], at: int, noun: int) -> bool:
    """Whether "diesen" stands alone and means the noun: no other masculine noun has come since."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after is not None and after.is_word and after.low not in {*PREPOSITIONS, *CONTRACTIONS, *DETERMINERS}:
        is_own_clause = words[at].low == "dieser" and words[at - 1].low in _OPENING and at + 2 < len(words)
        if is_own_clause and after.text[0].islower() and not words[at + 2].text[0].isupper():
            return not _has_masculine_between(words, noun + 1 + (words[noun + 1].low == "der"), at)
        is_verb = words[at].starts_sentence and after.low.endswith(("t", "ss", "ll", "nn", "rf"))
        if after.text[0].isupper() or not (is_verb or after.low in _AFTER_POINTING):
            return False
    if words[at].low == "dieser" and not (words[at].starts_sentence or words[at - 1].low in _OPENING):
        return False
    is_of_many_or_her = words[noun + 1].low == "der"  # "der Leiter der Bauaufsicht"
    return not _has_masculine_between(words, noun + 1 + is_of_many_or_her, at)


def _opens_with_pronoun(words: Sequence[Word], at: int) -> bool:
    """Whether a sentence begins with er, sein …: else its pronouns belong to something of its own."""
    if words[at].low in _ALL or _is_of_tasks(words, at):
        return True
    if words[at].low in DETERMINERS:
        return False
    first = words[at].low in ("sie", "wir", "du")
    for place in range(at, min(len(words), at + (9 if first else 4))):
        low = words[place].low
        if words[place].sentence != words[at].sentence or (first and low in _BEFORE_RIVALS):
            return False
        if low in ("er", "ihm", "ihn") or (first and low in POSSESSIVE and not is_verb_sein(words, place)):
            return True
    return False


def _is_of_tasks(words: Sequence[Word], at: int) -> bool:
    """ "Zu seinen Aufgaben gehört …": the tasks are those of the noun before."""
    return (
        words[at].low in PREPOSITIONS
        and at + 2 < len(words)
        and words[at + 1].low in POSSESSIVE
        and words[at + 2].text[0].isupper()
    )


def _takes_over(
    words: Sequence[Word], at: int, each: Context, contexts: Sequence[Context], number: int
) -> str:
    """ "m" or "n": a noun of that gender is here that later pronouns may stand for instead; else ""."""
    word = words[at]
    if number + 1 < len(contexts):
        other = contexts[number + 1]
        if at == other.phrase.at and other.reading & SINGULAR and _is_subject(each, other):
            return "m"
    if not word.is_word or not word.text[0].isupper() or word.starts_sentence:
        return ""
    if word.text in ("Herr", "Herrn"):
        return "m"
    if words[at - 1].low not in _BEFORE_RIVALS:
        return ""
    return "m" if word.low in _MASCULINE_NAMES else "n" if word.low in _NEUTER_NAMES else ""


def _is_subject(each: Context, other: Context) -> bool:
    """Whether the other noun is a rival: a subject where the first one is none."""
    return bool(other.reading & NS) and not each.reading & NS and each.determiner not in ("jeden", "jedem")


def is_paired(words: Sequence[Word], at: int) -> bool:
    """ "sie oder er", "seine bzw. ihre": both are there already."""
    feminine = _ALL[words[at].low]
    around = [words[each].low for each in (at - 2, at + 2) if 0 <= each < len(words)]
    joints = [words[each].low for each in (at - 1, at + 1) if 0 <= each < len(words)]
    return feminine in around and any(joint in CONNECTORS or joint == "/" for joint in joints)


def is_verb_sein(words: Sequence[Word], at: int) -> bool:
    """ "… sein" as a verb: at the end of a clause, or after zu."""
    if words[at].low != "sein":
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or after.sentence != words[at].sentence or not after.is_word:
        return True
    if _begins_phrase(words, at + 1):
        return False
    return after.text[0].islower() or words[at - 1].low == "zu"


def _begins_phrase(words: Sequence[Word], at: int) -> bool:
    """ "sein erstes eigenes Projekt": after "sein" adjectives in -er or -es, then their noun."""
    end = words[at].low[-2:]
    place = at
    while place < len(words) and place - at < 4 and words[place].text[0].islower():
        low = words[place].low
        if low[-2:] != end or end not in ("er", "es") or len(low) < 5 or low in DETERMINERS:
            return False
        place += 1
    return at < place < len(words) and words[place].is_word and words[place].text[0].isupper()


_OPENING = word_set("""
    wenn falls weil sofern sobald solange ob dass damit bevor nachdem obwohl während sodass indem ehe
    """)
_EVERY = frozenset({"jeder", "jeden", "jedem", "keiner"})


def written(follower: Follower, style: str) -> str:
    """The word for all genders in a style."""
    masculine, feminine = follower.word.low, follower.feminine
    if style == "pair":
        new = f"{feminine} {'und' if masculine in _EVERY else 'oder'} {masculine}"
    elif style == "neutral":
        new = feminine
    elif masculine in THAT_ONE:
        new = masculine[:3] + styles.SIGNS[style] + feminine
    else:
        both = zip(masculine.split(), feminine.split(), strict=True)
        new = " ".join(styles.merged(one, other, styles.SIGNS[style]) for one, other in both)
    return styles.with_case_of(new, follower.word.text)


def edit(follower: Follower, style: str) -> Edit | None:
    """The edit of a follower."""
    if follower.article is not None:
        return articles.with_article(follower.article, follower.word, follower.feminine, style)
    return word_edit(follower.word, written(follower, style))


THAT_ONE = {"derjenige": "diejenige", "denjenigen": "diejenige", "demjenigen": "derjenigen"}
