"""The help pages of the rules, made from the rule files. Public, so that a link from Word works."""

from __future__ import annotations

from typing import Any, Literal

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from postings import labels
from postings.marking import marked
from postings.review import rulebook
from postings.review.rulebook import Hit, Rule

Language = Literal["de", "en"]
#: What a message quotes, and what stands there where nothing is quoted.
_QUOTED = {"de": ("„{quote}“", "Die Formulierung"), "en": ("“{quote}”", "This wording")}


def overview(request: HttpRequest) -> HttpResponse:
    """The rules by category; `q` searches their words and examples, `group` shows one category."""
    query, group = request.GET.get("q", "").strip()[:200], request.GET.get("group", "")
    rules = [rule for rule in rulebook.load().rules.values() if group in ("", rule.category)]
    found = [rule for rule in rules if _speaks_of(rule, query)]
    groups = [(key, label, [_row(r) for r in found if r.category == key]) for key, label in _categories()]
    context = {
        "groups": [each for each in groups if each[2]],
        "count": len(found),
        "categories": _categories(),
        "query": query,
        "group": group,
    }
    return render(request, "rules/list.html", context)


def _categories() -> list[tuple[str, str]]:
    return list(labels.CATEGORIES.items())


def _speaks_of(rule: Rule, query: str) -> bool:
    """Whether every word of a search stands in the rule's texts, its examples or its name."""
    told = [rule.id, rule.title, rule.message, rule.why, *(hit.text for hit in rule.hits)]
    told += [text for texts in rule.translations.values() for text in texts.values()]
    whole = " ".join(told).casefold()
    return all(word in whole for word in query.casefold().split())


def detail(request: HttpRequest, rule: str) -> HttpResponse:
    """One rule: what, why, which source, examples."""
    found = rulebook.load().rules.get(rule)
    if found is None:
        raise Http404(_("Diese Regel gibt es nicht."))
    return render(request, "rules/detail.html", {"rule": _page(found)})


def _row(rule: Rule) -> dict[str, Any]:
    told = _told(rule, _language())
    return {
        "id": rule.id,
        "title": told["title"],
        "severity": rule.severity,
        "severity_label": labels.SEVERITIES[rule.severity],
        "message": told["message"],
    }


def _language() -> Language:
    return "en" if (get_language() or "").startswith("en") else "de"


def _told(rule: Rule, language: Language) -> dict[str, str]:
    """A rule's own words in a language; the message as a general sentence, without what it would quote."""
    return {
        "language": language,
        "title": rule.wording("title", language),
        "message": rule.wording("message", language).replace(*_QUOTED[language]),
        "why": rule.wording("why", language).strip(),
    }


def _page(rule: Rule) -> dict[str, Any]:
    language = _language()
    return {
        **_row(rule),
        "severity_meaning": labels.SEVERITY_MEANINGS[rule.severity],
        "category_label": labels.CATEGORIES[rule.category],
        "why": _told(rule, language)["why"],
        "sources": [
            {"title": s.title, "reference": s.reference, "grade_label": labels.GRADES[s.grade], "url": s.url}
            for s in rule.sources
        ],
        "examples": [{"hit": _example(hit), "fixed": hit.fixed} for hit in rule.hits],
        "oks": [ok.text for ok in rule.ok],
        "valid_from": rule.valid_from,
        "valid_to": rule.valid_to,
        "other": _told(rule, "de" if language == "en" else "en"),
    }


def _example(hit: Hit) -> SafeString:
    return mark_safe(marked(hit.text, hit.marks))  # noqa: S308  (`marked` escapes)
