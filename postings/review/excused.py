"""Whether a text takes the point out of a finding itself: denied, welcomed, given, named, told of others."""

from __future__ import annotations

import re

from postings.review import matchers, rulebook
from postings.review.cutting import excuses, groups, inviting
from postings.review.rulebook import Rule

LONGEST = 400  # letters of a sentence that is read as one
_ANSWER = 60
# Wrong also where it is said not to matter.
_WRONG_WORDS = frozenset({"rasse", "ost-oder-west", "die-behinderten"})
# What may be told of those who are served; no word that hurts them.
_TOLD_OF_SERVED = frozenset(
    {"alter-als-thema", "gesundheit-als-thema", "familie-als-thema"}
    | {"lebensjahrzehnt", "altersgrenze", "betreuung-gesichert", "ungebunden"}
)
_SHOWN = frozenset({"frauenberuf"})
_ALL_FINE = frozenset({"age", "gender", "family", "religion", "sexual-identity"})
_LEVEL = re.compile(r"\W*[^.!?]{0,40}\b[ABC][12]\b")  # "Sie verstehen einfaches Deutsch. Das ist Niveau A1."
_GIVEN_TOO = frozenset({"betreuung-gesichert"})
_ONE_SEX = frozenset(
    {"mwd-fehlt", "geschlecht-als-thema", "nur-ein-geschlecht", "nur-weibliche-form", "reines-team"}
)
_IMPOLITE = re.compile(
    "Mann|Frau|Neigung|Vorlieb|Veranlag|Lebenswandel|[Nn]ormal|Regenbogen|Gender|Trans[ev]|Schlafzimmer"
)
_GIVING = frozenset({"religion", "language-level", "disability", "family"})  # what a city can give, too
_BY_LAW = frozenset({"origin", "age", "disability", "language-level"})
_LEVEL_RULES = frozenset({"deutsch-grundkenntnisse", "deutsch-als-thema"})
_TOLD_OF_SOME = frozenset({"origin", "religion", "family", "disability"})
# "Auch bei Hitze gesund", "auch mit 50 noch fit": there "auch" asks for more.
_BODILY = frozenset({"age", "disability"})
_WANTED = frozenset({"origin"})
_ASKED = frozenset({"behinderung-erfragt"})
# Rules about whom an ad names, no word that hurts: said to welcome them, it is none.
_INVITABLE = frozenset({"auch-fuer-frauen", "reines-team"})
_ANSWERED = frozenset({"aus-dem-ausland-unerwuenscht"})
_EXCUSABLE = (rulebook.LEGAL_CATEGORIES | {"coded-wording", "barrier", "leitbild"}) - {"generic-masculine"}


def is_excused(match: matchers.Match, rule: Rule, scan: matchers.Scan) -> bool:
    """Whether the text itself takes the point out of these words: denied, or part of a name."""
    if rule.category not in _EXCUSABLE or match.end - match.start > LONGEST:
        return False
    first, last = scan.analysis.sentence_at(match.start)
    sentence = scan.analysis.masked[first:last]
    span = (match.start - first, match.end - first)
    told = scan.analysis.masked[max(0, first - _ANSWER) : first]
    if (
        excuses.is_left_out(sentence)
        or excuses.is_condemned(sentence)
        or (rule.id not in _WRONG_WORDS and groups.are_all_meant(sentence))
        or (rule.category in _TOLD_OF_SOME and groups.tells_of_both(sentence))
        or (rule.category in _BY_LAW and excuses.names_its_law(sentence))
        or (rule.category == "religion" and excuses.is_interfaith(sentence))
        or (rule.category == "family" and groups.is_with_and_without_children(sentence))
        or excuses.is_immaterial(sentence)
        or (rule.id in _TOLD_OF_SERVED and excuses.is_of_others(sentence, told))
        or (rule.category == "religion" and excuses.is_of_institution(sentence))
        or ((rule.matcher == "theme" or rule.id in _SHOWN) and excuses.is_shown(sentence, span[0]))
        or (rule.category in _ALL_FINE and excuses.are_all_fine(sentence, span[0]))
        or excuses.is_quoted_name(sentence, *span)
        or (rule.category in _GIVING and _is_given(match, rule, sentence, scan))
        or (rule.category == "barrier" and _is_item_offered(match, sentence, scan))
        or (rule.category in rulebook.LEGAL_CATEGORIES and excuses.is_depicted(sentence, span[0]))
        or (rule.id in _ONE_SEX and excuses.requires_a_sex(scan.analysis.masked))
        or _is_task(match, rule, scan)
        or (rule.matcher == "theme" and excuses.is_of_body(sentence, span[0]))
        or ((rule.matcher == "theme" or rule.category in _ALL_FINE) and excuses.is_of_clients(sentence, told))
        or excuses.is_in_name(sentence, *span)
        or _is_told_apart(match, rule, sentence, scan)
        or (rule.category == "age" and (excuses.is_every_age(sentence) or excuses.is_a_day(sentence, *span)))
    ):
        return True
    following = scan.analysis.masked[last : last + _ANSWER]
    if excuses.is_open_question(sentence, following) or excuses.is_asked_both_ways(
        sentence, scan.analysis.masked[last : last + 2 * _ANSWER]
    ):
        return True
    if rule.category in _GIVING and excuses.is_met(sentence, following):
        return True
    if _is_without_level(rule) and _LEVEL.match(following):
        return True
    if rule.id in _ASKED and (
        inviting.asks_kindly(sentence, following) or inviting.asks_proof(scan.analysis.masked, first, last)
    ):
        return True
    if rule.id in _ANSWERED and inviting.is_answered(sentence, following):
        return True
    if rule.category in _WANTED and inviting.bids(sentence, span[0]):
        return True
    if (rule.matcher == "theme" or rule.id in _INVITABLE) and _is_invited(rule, scan, first, last, span[0]):
        return True
    return (
        (rule.category != "sexual-identity" or _is_polite(match, rule, scan))
        and rule.id not in _WRONG_WORDS
        and excuses.is_denied(sentence, *span, following)
    )


def _is_without_level(rule: Rule) -> bool:
    """Whether the rule misses the level of a language, which the next sentence may name."""
    return (rule.category == "language-level" and "ohne-niveau" in rule.id) or rule.id in _LEVEL_RULES


def _is_told_apart(match: matchers.Match, rule: Rule, sentence: str, scan: matchers.Scan) -> bool:
    """Whether the words stand in a programme, among benefits, or where the lead-in says: not needed."""
    if excuses.is_programme(sentence) or (rule.matcher == "theme" and excuses.lists_benefits(sentence)):
        return True
    if rule.id in _WRONG_WORDS or rule.category == "sexual-identity":
        return False
    analysis = scan.analysis
    first, _ = analysis.sentence_at(match.start)
    return excuses.is_not_needed(sentence, match.start - first) or excuses.is_listed_as_not_needed(
        analysis.masked, analysis.lines, analysis.line_number(match.start)
    )


def _is_invited(rule: Rule, scan: matchers.Scan, first: int, last: int, start: int) -> bool:
    """Whether a theme stands where those it names are wanted, let in or welcomed, or told of from afar."""
    masked = scan.analysis.masked
    sentence, following = masked[first:last], masked[last : last + _ANSWER]
    if rule.category != "age" and (
        inviting.wants_more(sentence, following)
        or inviting.is_answered(sentence, following)
        or (rule.category != "disability" and inviting.is_among_clauses(masked, first, last))
    ):
        return True
    if rule.category == "sexual-identity" and inviting.is_background(sentence):
        return True
    return rule.category not in _BODILY and inviting.lets_in(sentence, start)


def _is_polite(match: matchers.Match, rule: Rule, scan: matchers.Scan) -> bool:
    """Whether a theme has words about private life that a denial may hold: "mit wem Sie leben"."""
    words = scan.analysis.masked[match.start : match.end]
    return rule.matcher == "theme" and not _IMPOLITE.search(words)


def _is_task(match: matchers.Match, rule: Rule, scan: matchers.Scan) -> bool:
    """Whether these words about families stand in a list of tasks: "Bestattungen ohne Angehörige"."""
    return (
        rule.category == "family"
        and scan.analysis.line_at(match.start).kind == "bullet"
        and scan.section_at(match.start) == "tasks"
    )


def _is_given(match: matchers.Match, rule: Rule, sentence: str, scan: matchers.Scan) -> bool:
    """Whether these words tell what people get: in such a sentence, or in a list of what is offered."""
    if excuses.is_given(sentence):
        return rule.category != "family" or rule.matcher == "theme" or rule.id in _GIVEN_TOO
    return rule.category != "family" and _is_item_offered(match, sentence, scan)


def _is_item_offered(match: matchers.Match, sentence: str, scan: matchers.Scan) -> bool:
    """Whether these words stand in a list of what is offered: "einen eigenen Laptop"."""
    return (
        scan.analysis.line_at(match.start).kind == "bullet"
        and scan.section_at(match.start) == "offer"
        and not excuses.is_negated(sentence)
    )
