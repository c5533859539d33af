"""review(text) -> Review: findings, required elements, facts, readability."""

from __future__ import annotations

import datetime
import functools
import gc
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from postings.review import elements, leaving_out, matchers, readability, rewording, rulebook
from postings.review.choosing import widest
from postings.review.cutting.surface import Surface, surface
from postings.review.elements.placing import Given
from postings.review.elements.sentences import Sentences
from postings.review.facts import collect
from postings.review.facts.ad import read
from postings.review.fixing import apply, chosen
from postings.review.language import Analysis, analyse
from postings.review.model import Edit, Finding, Replacement, Review, Style
from postings.review.rewording import book as rewordings
from postings.review.rulebook import Rule
from postings.review.uncollected import uncollected
from postings.review.unflagged import unflagged

_ROUNDS = 4
_SENTENCE = 400


@uncollected
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
    """Load rules, rewordings and word lists now instead of at the first text.

    They live as long as the process, so the garbage collector need not go through them again and again,
    neither while they are made nor later.
    """
    collects = gc.isenabled()
    gc.disable()
    review("Wir suchen einen Sachbearbeiter.")
    rewordings.load()
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
    places = unflagged(widest(matchers.find_all(rules, scan), scan), scan)
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
    if match.replacements and rule.category == "generic-masculine":
        return match.replacements
    if match.replacements:
        return rewording.fitted(scan.analysis, match.replacements, match.start, match.end)
    if reworded := rewording.replacements(scan.analysis, rule, scan.style, match.start, match.end):
        return reworded
    if not rule.leave_out or scan.section_at(match.start) == "tasks":
        return ()
    only_part = rule.leave_out == "part"
    left_out = leaving_out.replacement(scan.analysis, match.start, match.end, only_part=only_part)
    return (left_out,) if left_out else ()


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
