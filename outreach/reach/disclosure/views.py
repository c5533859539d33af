"""The public page after applying, and the two calls its script makes. No cookie, no session, no address."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from channels import languages
from channels.languages import Language
from channels.translating import notices
from outreach.profile import city
from outreach.reach.disclosure import answering, questions, tokens
from outreach.reach.disclosure.models import Tally
from outreach.reach.disclosure.tokens import Refused

LARGEST = 8 * 1024
STATUS = {"used": 409, "missing": 403, "trouble": 400}
NOTES = ("choose", "used", "missing", "trouble", "thanks")


@require_safe
def page(request: HttpRequest, language: str = "de") -> HttpResponse:
    """The questions in a language. The same for everybody: what makes a link good once stays behind `#`."""
    rules = questions.current()
    if language not in languages.codes() or not rules.asks:
        with translation.override("de"):
            return render(request, "public/not_found.html", {}, status=404)
    return _page(request, languages.get(language), rules)


def _page(
    request: HttpRequest, language: Language, rules: questions.Settings, said: str = "", status: int = 200
) -> HttpResponse:
    given = request.GET.get("stelle") or request.POST.get("posting", "")
    posting = given[:120] if rules.per_posting else ""
    context = {
        "lang": language,
        "words": _words(language),
        "questions": [_question(name, language, rules) for name in rules.asked()],
        "languages": _languages(language, posting),
        "notice": notices.of_sentences(language),
        "rules": rules,
        "posting": posting,
        "said": said,
        "notes": [(name, language.text(f"answer.{name}")) for name in NOTES],
        "coin": _by_coin(rules),
    }
    if rules.tokens:
        name, key = tokens.public_key()
        context |= {"key": name, "modulus": tokens.encoded(key.n.to_bytes(key.size))}
    with translation.override("de"):
        return render(request, "public/answers.html", context, status=status)


@csrf_exempt
@require_POST
def sign(request: HttpRequest) -> JsonResponse:
    """{"credit", "key", "blinded"} -> {"signed"}: a signature under something we cannot see."""
    try:
        content = _content(request)
        told = [content.get(name, "") for name in ("credit", "key", "blinded")]
        if not all(isinstance(text, str) for text in told):
            raise Refused("trouble")
        credit, key, blinded = told
        return _uncached({"signed": tokens.encoded(tokens.sign(credit, key, tokens.decoded(blinded)))})
    except Refused as refused:
        return _uncached({"reason": refused.reason}, STATUS[refused.reason])


@csrf_exempt
@require_POST
def send(request: HttpRequest) -> HttpResponse:
    """A noisy answer: as JSON from the script, or as a form by whoever threw a coin."""
    if request.content_type != "application/json":
        return _by_hand(request)
    try:
        answering.answer(_content(request))
    except Refused as refused:
        return _uncached({"reason": refused.reason}, STATUS[refused.reason])
    return _uncached({})


def _by_hand(request: HttpRequest) -> HttpResponse:
    """Without a script: the person made the noise. Only where two coins make the same noise as the script."""
    rules, code = questions.current(), request.POST.get("language", "de")
    language = languages.get(code if code in languages.codes() else "de")
    if not _by_coin(rules):
        return _page(request, language, rules, "missing", 403)
    chosen = request.POST.get(Tally.Question.DISCLOSURE, "")
    if not chosen:
        return _page(request, language, rules, "choose", 422)
    epsilon = f"{rules.epsilon_of(Tally.Question.DISCLOSURE) / 1000:.3f}"
    content = {
        "answers": {Tally.Question.DISCLOSURE.value: {"answer": chosen, "epsilon": epsilon}},
        "definition": rules.definition,
        "posting": request.POST.get("posting", ""),
    }
    try:
        answering.answer(content)
    except Refused as refused:
        return _page(request, language, rules, refused.reason, STATUS[refused.reason])
    return _page(request, language, rules, "thanks")


def _by_coin(rules: questions.Settings) -> bool:
    """Two coins are ln 3 for two answers; and a token needs a script."""
    enough = rules.epsilon_of(Tally.Question.DISCLOSURE) == questions.COIN
    return bool(rules.definition) and enough and not rules.tokens


def _content(request: HttpRequest) -> dict[str, Any]:
    try:
        length = int(request.headers.get("Content-Length") or 0)
        content = json.loads(request.body) if length <= LARGEST else None
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict):
        raise Refused("trouble")
    return content


def _question(name: str, language: Language, rules: questions.Settings) -> dict[str, Any]:
    """A question in words, with its possible answers."""
    epsilon = f"{rules.epsilon_of(name) / 1000:.3f}"
    if name == Tally.Question.HEARD:
        told = [(way, language.text(f"answer.way.{way}")) for way in questions.WAYS]
        return {"name": name, "text": language.text("answer.heard"), "options": told, "epsilon": epsilon}
    told = [(answer, language.text(f"answer.{answer}")) for answer in questions.YES_NO]
    definition = next(one for one in city()["definitions"] if one["id"] == rules.definition)
    key = f"answer.definition.{rules.definition}"
    known = language.has(key)
    return {
        "name": name,
        "text": language.text(key) if known else definition["text"],
        "german": not known,  # a definition of the city's own is asked in German
        "about": definition,
        "options": told,
        "epsilon": epsilon,
    }


def _words(language: Language) -> dict[str, str]:
    names = ("title", "lead", "how", "once", "skip", "send", "no_script", "coin")
    words = {name: language.text(f"answer.{name}") for name in names}
    official = city()["official_name"]
    return words | {
        "why": language.text("answer.why", city=official),
        "to_content": language.text("action.skip"),
        "languages": language.text("action.languages"),
    }


def _languages(chosen: Language, posting: str) -> list[dict[str, Any]]:
    query = f"?{urlencode({'stelle': posting})}" if posting else ""
    return [
        {"language": languages.get(code), "address": reverse("disclosure:page", args=[code]) + query}
        for code in languages.codes()
        if code != chosen.code
    ]


def _uncached(content: dict[str, Any], status: int = 200) -> JsonResponse:
    response = JsonResponse(content, status=status)
    response["Cache-Control"] = "no-store"
    return response
