"""Taking in an answer: what a page sent becomes sums, or is refused. Nothing of who sent it is known here."""

from __future__ import annotations

from typing import Any

from outreach.reach.disclosure import questions, tokens
from outreach.reach.disclosure.models import Tally
from outreach.reach.disclosure.tokens import Refused
from outreach.reach.disclosure.waiting import Answer, Cell, Full, waiting
from postings.models import Posting

Question = Tally.Question


def answer(content: Any) -> None:
    """Count one page's answers. Raises `Refused`.

    `content`: {"answers": {question: {"answer", "epsilon"}}, "definition", "posting", and with tokens "key",
    "token", "signature"}. The answers were made noisy before they were sent.
    """
    rules = questions.current()
    if not isinstance(content, dict) or not isinstance(content.get("answers"), dict):
        raise Refused("trouble")
    cells = _cells(content, rules)
    if rules.tokens:
        key = _text(content, "key")
        token, signature = (
            tokens.decoded(_text(content, "token")),
            tokens.decoded(_text(content, "signature")),
        )
        told = Answer(key, tokens.check(token, signature, key), cells)
    else:
        told = Answer("", b"", cells)
    try:
        if not waiting.add(told):
            raise Refused("used")
    except Full:
        raise Refused("trouble") from None


def _cells(content: dict[str, Any], rules: questions.Settings) -> tuple[Cell, ...]:
    """A page made before the settings changed is refused: what it sends is noisy in another way."""
    told = content["answers"]
    if not told or not set(told) <= set(rules.asked()):
        raise Refused("trouble")
    quarter, posting = tokens.quarter(tokens.today()), _posting(content, rules)
    found = []
    for question in sorted(told):
        given = told[question]
        if not isinstance(given, dict) or _text(given, "answer") not in questions.options(question):
            raise Refused("trouble")
        epsilon = rules.epsilon_of(question)
        if _text(given, "epsilon") != f"{epsilon / 1000:.3f}":
            raise Refused("trouble")
        definition = rules.definition if question == Question.DISCLOSURE else ""
        if definition and _text(content, "definition") != definition:
            raise Refused("trouble")
        found.append(Cell(quarter, posting, question, definition, epsilon, given["answer"]))
    return tuple(found)


def _posting(content: dict[str, Any], rules: questions.Settings) -> int | None:
    if not rules.per_posting:
        return None
    slug = _text(content, "posting")
    found = Posting.objects.public().filter(slug=slug).values_list("pk", flat=True).first()
    if found is None:
        raise Refused("trouble")
    return found


def _text(content: dict[str, Any], key: str) -> str:
    value = content.get(key, "")
    if not isinstance(value, str) or "\0" in value or len(value) > 2000:
        raise Refused("trouble")
    return value
