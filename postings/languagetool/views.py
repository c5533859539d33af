"""The addresses of the protocol: check, languages, words."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from outreach import metrics
from outreach.people.models import User
from postings.languagetool import query
from postings.languagetool.endpoint import endpoint, plain_error
from postings.languagetool.errors import UnusableError
from postings.languagetool.languages import LANGUAGES
from postings.languagetool.matches import MAX_MATCHES, matches
from postings.models import IgnoredWord
from postings.reports.meta import ENGINE
from postings.review import review
from postings.review.language import analyse

_MAX_WORDS = 5_000
_MAX_WORD = 100


@endpoint("GET", "POST")
def check(fields: QueryDict, person: User | None) -> HttpResponse:
    """POST /v2/check (GET works too, but puts the text into the address)."""
    asked = query.read(fields.dict())
    found = []
    if asked.language.is_german:
        with metrics.REVIEW_SECONDS.time():
            result = review(asked.annotated.plain, style=asked.style, date=timezone.localdate())
        ignored = IgnoredWord.objects.keys(person) if person else frozenset()
        found = matches(result, asked.annotated, asked.selection, ignored)
    return JsonResponse(
        {
            "software": {
                "name": "outreach",
                "version": ENGINE,
                "buildDate": "",
                "apiVersion": 1,
                "premium": False,
                "status": "",
            },
            "warnings": {"incompleteResults": len(found) >= MAX_MATCHES},
            "language": asked.language.as_dict(),
            "matches": found,
            "sentenceRanges": _sentences(asked) if asked.language.is_german else [],
        }
    )


def _sentences(asked: query.Query) -> list[list[int]]:
    at = asked.annotated.utf16.at
    spans = [asked.annotated.span(start, end) for start, end in analyse(asked.annotated.plain).sentences]
    return [[at(start), at(end)] for start, end in spans]


@endpoint("GET")
def languages(fields: QueryDict, person: User | None) -> HttpResponse:
    """GET /v2/languages"""
    rows = [{"name": name, "code": code, "longCode": long} for name, code, long in LANGUAGES]
    return JsonResponse(rows, safe=False)


@endpoint("GET", "POST", needs_person=True)
def words(fields: QueryDict, person: User | None) -> HttpResponse:
    """GET /v2/words: a person's list."""
    offset, limit = _number(fields, "offset", 0), _number(fields, "limit", 10)
    listed = IgnoredWord.objects.of(person).values_list("word", flat=True)
    return JsonResponse({"words": list(listed[offset : offset + limit])})


@endpoint("POST", needs_person=True)
def add_word(fields: QueryDict, person: User | None) -> HttpResponse:
    """POST /v2/words/add"""
    word = _word(fields)
    if IgnoredWord.objects.of(person).count() >= _MAX_WORDS:
        raise UnusableError(
            _("Auf Ihrer Liste stehen {limit} Wörter. Bitte löschen Sie erst einige.").format(
                limit=_MAX_WORDS
            )
        )
    return JsonResponse({"added": IgnoredWord.objects.put(person, word)})


@endpoint("POST", needs_person=True)
def delete_word(fields: QueryDict, person: User | None) -> HttpResponse:
    """POST /v2/words/delete"""
    return JsonResponse({"deleted": IgnoredWord.objects.remove(person, _word(fields))})


@csrf_exempt
def unknown(request: HttpRequest, **parts: str) -> HttpResponse:
    """Any other address: told here, since Django would log it with the token in it."""
    response = plain_error(_("Diese Adresse gibt es nicht. Es gibt check, languages und words."), 404)
    response._has_been_logged = True  # type: ignore[attr-defined]
    return response


def _word(fields: QueryDict) -> str:
    word = fields.get("word", "").replace("\x00", "")
    if not word or len(word) > _MAX_WORD or word.split() != [word]:
        raise UnusableError(
            _("'word' ist ein Wort ohne Leerzeichen mit höchstens {limit} Zeichen.").format(limit=_MAX_WORD)
        )
    return word.encode("utf-8", "replace").decode("utf-8")


def _number(fields: QueryDict, name: str, default: int) -> int:
    value = fields.get(name, str(default))
    if not value.isascii() or not value.isdigit() or len(value) > 6:
        raise UnusableError(_("'{name}' ist eine Zahl ab 0.").format(name=name))
    return int(value)
