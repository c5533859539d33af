"""review(text) -> Review: findings, required elements, facts, readability."""

from __future__ import annotations

import datetime
import functools
import gc
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from postings.review import elements, leaving_out, matchers, readability, rulebook
from postings.review.cutting import excuses, groups, inviting
from postings.review.cutting.surface import Surface, surface
from postings.review.elements.placing import Given
from postings.review.elements.sentences import Sentences
from postings.review.facts import collect
from postings.review.facts.ad import read
from postings.review.fixing import apply, chosen
from postings.review.language import Analysis, analyse
from postings.review.model import Edit, Finding, Replacement, Review, Style
from postings.review.rulebook import Rule
from postings.review.unflagged import unflagged

_ROUNDS = 4
_SENTENCE = 400
_ANSWER = 60
_WRONG_WORDS = frozenset({"rasse", "ost-oder-west"})  # wrong also where it is said not to matter
# What may be told of those who are served; no word that hurts them.
_TOLD_OF_SERVED = frozenset(
    {"alter-als-thema", "gesundheit-als-thema", "familie-als-thema"}
    | {"lebensjahrzehnt", "altersgrenze", "betreuung-gesichert", "ungebunden"}
)
_SHOWN = frozenset({"frauenberuf"})
_ALL_FINE = frozenset({"age", "gender", "family", "religion", "sexual-identity"})
_LEVEL = re.compile(r"\W*[^.!?]{0,40}\b[ABC][12]\b")  # "Sie verstehen einfaches Deutsch. Das ist Niveau A1."
_GIVEN_TOO = frozenset({"betreuung-gesichert"})
# "eindeutig als Frau auftreten" is about identity, not about whom the work suits.
_NARROWER = "sexual-identity"
_ONE_SEX = frozenset(
    {"mwd-fehlt", "geschlecht-als-thema", "nur-ein-geschlecht", "nur-weibliche-form", "reines-team"}
)
# Where a rule says what is wrong with a part of a sentence, a guess about these grounds only repeats it.
_INSTEAD = {
    "gender": (_NARROWER, "family"),
    "family": ("age",),
    "disability": ("gender", "family", _NARROWER),
}
_IMPOLITE = re.compile(
    "Mann|Frau|Neigung|Vorlieb|Veranlag|Lebenswandel|[Nn]ormal|Regenbogen|Gender|Trans[ev]|Schlafzimmer"
)
_JOINT = re.compile(r" und | sowie |; ")
_GIVING = frozenset({"religion", "language-level", "disability", "family"})  # what a city can give, too
_BY_LAW = frozenset({"origin", "age", "disability"})
_TOLD_OF_SOME = frozenset({"origin", "religion", "family", "disability"})
# "Bewerbungen von … sind zwecklos", "Flüchtlinge": silent on who is turned away, so a theme may speak too
_OF_ANYONE = frozenset({"abschreckung", "menschen-abwerten"})
_ADVICE = frozenset({"barrier", "leitbild"})
# Who is turned away, or only let in, is told where the law forbids it; its tone needs no finding of its own.
_BESIDE_THE_LAW = frozenset(
    {"abschreckung", "geduldet", "migrationshintergrund", "toleranz-gegenueber-fremden", "passt-ins-team"}
)
# "Auch bei Hitze gesund", "auch mit 50 noch fit": there "auch" asks for more.
_BODILY = frozenset({"age", "disability"})
_WANTED = frozenset({"origin"})
_ASKED = frozenset({"behinderung-erfragt"})
_OF_A_SEX = frozenset({"auch-fuer-frauen", "reines-team"})
_EXCUSABLE = (rulebook.LEGAL_CATEGORIES | {"coded-wording", "barrier", "leitbild"}) - {"generic-masculine"}


def review(
    text: str,
    *,
    style: Style = "house",
    date: datetime.date | None = None,
    lang: str = "de",
    rules: Iterable[Rule] | None = None,
    sentences: Sentences | None = None,
) -> Review:
    """Review one text. Without a date it is judged by today's law, and past deadlines are not told.

    `sentences` are a city's own for elements that are missing (`elements.sentences.with_own`).
    """
    day = date or datetime.date.today()
    plain = surface(text)
    analysis = analyse(plain.plain)
    scan = matchers.Scan(analysis, style, day, dated=date is not None)
    ad = read(analysis)
    facts = collect.facts(ad, day)
    return Review(
        text=text,
        style=style,
        date=day,
        lang=lang,
        findings=tuple(_findings(text, plain, scan, _valid(rules, day), lang)),
        elements=elements.find(ad, facts, Given(text, plain), sentences),
        facts=facts,
        readability=readability.measure(ad, plain),
    )


def fix(result: Review, *, scope: str = "generic-masculine") -> str:
    """The text with the first safe replacements applied; scope is a category or "all"."""
    text = result.text
    for _ in range(_ROUNDS):
        fixed = apply(text, chosen(result.findings, scope))
        if fixed == text:
            break
        text = fixed
        result = review(text, style=result.style, date=result.date, lang=result.lang)
    return text


def warm_up() -> None:
    """Load rules and word lists now instead of at the first text.

    They live as long as the process, so the garbage collector need not go through them again and again,
    neither while they are made nor later.
    """
    collects = gc.isenabled()
    gc.disable()
    review("Wir suchen einen Sachbearbeiter.")
    if collects:
        gc.enable()
    gc.collect()
    gc.freeze()


def _valid(rules: Iterable[Rule] | None, day: datetime.date) -> tuple[Rule, ...]:
    if rules is None:
        return _standing(rulebook.load(), day)
    return tuple(rule for rule in rules if rule.valid_on(day))


@functools.lru_cache(maxsize=64)
def _standing(book: rulebook.Rulebook, day: datetime.date) -> tuple[Rule, ...]:
    return tuple(rule for rule in book.rules.values() if rule.valid_on(day))


def _findings(
    text: str, plain: Surface, scan: matchers.Scan, rules: tuple[Rule, ...], lang: str
) -> Iterator[Finding]:
    ordinals: Counter[str] = Counter()
    places = unflagged(_widest(matchers.find_all(rules, scan), scan), scan)
    for match, rule in sorted(places, key=lambda place: (place[0].start, place[0].end)):
        offset, length = plain.span(match.start, match.end - match.start)
        quote = text[offset : offset + length]
        name = _name(rule, quote)
        ordinals[name] += 1
        yield Finding(
            id=f"{name}-{ordinals[name]}",
            rule=rule.id,
            category=rule.category,
            severity=match.severity or rule.severity,
            offset=offset,
            length=length,
            quote=quote,
            sentence=_sentence(scan.analysis, match, plain, text),
            message=rule.wording("message", lang).format(quote=_short(quote)),
            why=_why(rule, match, lang),
            sources=rule.sources,
            replacements=tuple(
                _carried_back(replacement, plain) for replacement in _offered(match, rule, scan)
            ),
        )


def _offered(match: matchers.Match, rule: Rule, scan: matchers.Scan) -> tuple[Replacement, ...]:
    """What to put there instead; what has no better wording may go, but no task of the post."""
    if match.replacements or not rule.leave_out or scan.section_at(match.start) == "tasks":
        return match.replacements
    left_out = leaving_out.replacement(scan.analysis, match.start, match.end)
    return (left_out,) if left_out else ()


def _widest(
    places: list[tuple[matchers.Match, Rule]], scan: matchers.Scan
) -> list[tuple[matchers.Match, Rule]]:
    """Of overlapping places of one category the widest stays; long sentences stand beside what is in them."""
    kept: list[tuple[matchers.Match, Rule]] = []
    last: dict[str, int] = {}
    blamed = [place for place in places if not _is_excused(*place, scan)]
    by_width = sorted(_without_themes(blamed, scan), key=lambda place: (place[0].start, -place[0].end))
    for match, rule in by_width:
        if rule.matcher != "sentences":
            if match.start < last.get(rule.category, 0):
                continue
            last[rule.category] = match.end
        kept.append((match, rule))
    return list(_without_echoes(kept, scan))


def _is_excused(match: matchers.Match, rule: Rule, scan: matchers.Scan) -> bool:
    """Whether the text itself takes the point out of these words: denied, or part of a name."""
    if rule.category not in _EXCUSABLE or match.end - match.start > _SENTENCE:
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
        or (rule.id in _TOLD_OF_SERVED and excuses.is_of_others(sentence))
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
    if rule.category == "language-level" and "ohne-niveau" in rule.id and _LEVEL.match(following):
        return True
    if rule.id in _ASKED and (
        inviting.asks_kindly(sentence, following) or inviting.asks_proof(scan.analysis.masked, first, last)
    ):
        return True
    if rule.category in _WANTED and inviting.bids(sentence, span[0]):
        return True
    if (rule.matcher == "theme" or rule.id in _OF_A_SEX) and _is_invited(rule, scan, first, last, span[0]):
        return True
    return (
        (rule.category != "sexual-identity" or _is_polite(match, rule, scan))
        and rule.id not in _WRONG_WORDS
        and excuses.is_denied(sentence, *span, following)
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


def _without_themes(
    places: list[tuple[matchers.Match, Rule]], scan: matchers.Scan
) -> Iterator[tuple[matchers.Match, Rule]]:
    """A theme is told once in a sentence, and only where no other rule says more about it or its words.

    It is a guess by words: an ad without any other fault that invites everyone by name is not suspected.
    """
    exact = [place for place in places if place[1].matcher != "theme"]
    yield from exact
    if not any(rule.category in rulebook.LEGAL_CATEGORIES for _, rule in exact) and groups.invites_everyone(
        scan.analysis.masked
    ):
        return
    told = {(rule.category, _clause(scan, match)) for match, rule in exact}
    said: dict[str, set[int]] = defaultdict(set)
    for match, rule in exact:
        if (
            match.end - match.start < _SENTENCE
            and rule.id not in _OF_ANYONE
            and rule.category != "generic-masculine"
        ):
            said[rule.category].update(range(match.start, match.end))
    taken = set().union(*said.values())
    themes = [
        (match, rule)
        for match, rule in places
        if rule.matcher == "theme"
        and match.start not in taken
        and said[rule.category].isdisjoint(range(match.start, match.end))
    ]
    for match, rule in sorted(themes, key=lambda place: place[1].category != _NARROWER):
        clause = _clause(scan, match)
        if not {(each, clause) for each in (rule.category, *_INSTEAD.get(rule.category, ()))} & told:
            told.add((rule.category, clause))
            yield match, rule


def _clause(scan: matchers.Scan, match: matchers.Match) -> tuple[int, int]:
    """The part of a sentence: between commas, "und" and "oder" stand points of their own."""
    first, _ = scan.analysis.sentence_at(match.start)
    return first, len(_JOINT.findall(scan.analysis.masked, first, match.start))


def _without_echoes(
    places: list[tuple[matchers.Match, Rule]], scan: matchers.Scan
) -> Iterator[tuple[matchers.Match, Rule]]:
    """Leave out what a stronger finding is about already: hints, and advice beside what the law forbids."""
    legal = [
        (match, rule)
        for match, rule in places
        if rule.category in rulebook.LEGAL_CATEGORIES and rule.category != "generic-masculine"
    ]
    forbidden = [(match.start, match.end) for match, rule in legal if rule.severity == "must"]
    judged = {scan.analysis.sentence_at(match.start) for match, rule in legal if rule.severity != "hint"}
    end = 0
    for match, rule in places:
        if rule.severity == "must":
            end = max(end, match.end)
        elif rule.severity == "hint" and rule.matcher != "sentences" and match.end <= end:
            continue
        if rule.category in _ADVICE and _meets(match, forbidden):
            continue
        if rule.id in _BESIDE_THE_LAW and scan.analysis.sentence_at(match.start) in judged:
            continue
        yield match, rule


def _meets(match: matchers.Match, spans: list[tuple[int, int]]) -> bool:
    return any(start < match.end and match.start < end for start, end in spans)


def _name(rule: Rule, quote: str) -> str:
    """Rule and quote, so that a decision outlives changes around it; the quote itself stays private."""
    normal = " ".join(quote.casefold().split())
    return f"{rule.id}-{hashlib.blake2s(normal.encode('utf-8', 'replace'), digest_size=5).hexdigest()}"


def _short(quote: str) -> str:
    quote = " ".join(quote.split())
    return quote if len(quote) <= 80 else quote[:77].rstrip() + " …"


def _why(rule: Rule, match: matchers.Match, lang: str) -> str:
    why = rule.wording("why", lang)
    return f"{why} {match.note}" if match.note else why


def _sentence(analysis: Analysis, match: matchers.Match, plain: Surface, text: str) -> str:
    """The sentence around a finding; of an endless one, the part with the finding in its middle."""
    first, last = analysis.sentence_at(match.start)
    offset, length = plain.span(min(first, match.start), max(last, match.end) - min(first, match.start))
    if length <= _SENTENCE:
        return text[offset : offset + length]
    found, width = plain.span(match.start, match.end - match.start)
    room = _SENTENCE - len("… ") - len(" …")
    start = max(offset, min(found - max(0, room - width) // 2, offset + length - room))
    end = min(start + room, offset + length)
    return f"{'… ' if start > offset else ''}{text[start:end]}{' …' if end < offset + length else ''}"


def _carried_back(replacement: Replacement, plain: Surface) -> Replacement:
    if plain.is_as_given:
        return replacement
    edits = (Edit(*plain.span(edit.offset, edit.length), edit.text) for edit in replacement.edits)
    return Replacement(replacement.style, replacement.text, replacement.safe, tuple(edits))
