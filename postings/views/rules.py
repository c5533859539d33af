"""The help pages of the rules, made from the rule files. Public, so that a link from Word works."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from postings import labels
from postings.marking import marked
from postings.review import rulebook
from postings.review.rulebook import Hit, Rule


def overview(request: HttpRequest) -> HttpResponse:
    """All rules by category."""
    book = rulebook.load()
    groups = [
        (labels.CATEGORIES[key], [_row(rule) for rule in book.in_category(key)]) for key in labels.CATEGORIES
    ]
    return render(request, "rules/list.html", {"groups": [group for group in groups if group[1]]})


def detail(request: HttpRequest, rule: str) -> HttpResponse:
    """One rule: what, why, which source, examples."""
    found = rulebook.load().rules.get(rule)
    if found is None:
        raise Http404(_("Diese Regel gibt es nicht."))
    return render(request, "rules/detail.html", {"rule": _page(found)})


def _row(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "title": rule.title,
        "severity": rule.severity,
        "severity_label": labels.SEVERITIES[rule.severity],
        "message": rule.message.replace("„{quote}“", _("Die Formulierung")),
    }


def _page(rule: Rule) -> dict[str, Any]:
    return {
        **_row(rule),
        "severity_meaning": labels.SEVERITY_MEANINGS[rule.severity],
        "category_label": labels.CATEGORIES[rule.category],
        "why": rule.why.strip(),
        "sources": [
            {"title": s.title, "reference": s.reference, "grade_label": labels.GRADES[s.grade], "url": s.url}
            for s in rule.sources
        ],
        "examples": [{"hit": _example(hit), "fixed": hit.fixed} for hit in rule.hits],
        "oks": [ok.text for ok in rule.ok],
        "valid_from": rule.valid_from,
        "valid_to": rule.valid_to,
    }


def _example(hit: Hit) -> SafeString:
    return mark_safe(marked(hit.text, hit.marks))  # noqa: S308  (`marked` escapes)
