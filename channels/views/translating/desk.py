"""The pages of the desk: languages, ads of a language, one ad, the standard sentences, XLIFF."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from channels import languages
from channels.languages import Language
from channels.publishing import languages as publishing
from channels.translating import desk, sentences, xliff
from channels.translating.people import Actor
from postings.models import Posting, State

REVIEW = "review"


@require_safe
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Every language this person speaks, and how far it is."""
    ads = _ads(actor)
    rows = [_language_row(actor, languages.get(code), ads) for code in actor.codes]
    return _page(request, actor, "home", {"rows": rows, "ads": len(ads)})


@require_safe
def of_language(request: HttpRequest, actor: Actor, code: str) -> HttpResponse:
    """The ads of one language, those with work first."""
    language = _language(actor, code)
    rows = [
        {
            "posting": posting,
            "progress": desk.progress(desk.pieces(posting, code)),
            "address": actor.address("ad", code, posting.pk),
        }
        for posting in _ads(actor)
    ]
    rows.sort(key=lambda row: row["progress"].state == "reviewed")
    told = sentences.of(code)
    context = {
        "spoken": language,
        "rows": rows,
        "sentences": {"total": len(told), "reviewed": sum(sentence.reviewed for sentence in told)},
        "sentences_address": actor.address("sentences", code),
    }
    return _page(request, actor, "language", context)


@require_http_methods(["GET", "HEAD", "POST"])
def ad(request: HttpRequest, actor: Actor, code: str, pk: int) -> HttpResponse:
    """German beside the translation. What is refused stays in its field, with the reason."""
    language, posting = _language(actor, code), _ad(actor, pk)
    refused: dict[str, tuple[str, str]] = {}
    saved = 0
    if request.method == "POST":
        saved, refused = _save_all(request, actor, posting, code)
        publishing.translated(posting, code, by=actor.name)
    found = desk.pieces(posting, code)
    context = {
        "spoken": language,
        "posting": posting,
        "pieces": [_row(piece, refused) for piece in found],
        "progress": desk.progress(found),
        "saved": saved,
        "refused": len(refused),
        "public": posting.state == State.PUBLISHED,
        "xliff_address": actor.address("xliff", code, pk),
    }
    return _page(request, actor, "ad", context, status=422 if refused else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def xliff_file(request: HttpRequest, actor: Actor, code: str, pk: int) -> HttpResponse:
    """GET: the ad as XLIFF; POST: a translated file back."""
    _language(actor, code)
    posting = _ad(actor, pk)
    if request.method != "POST":
        response = HttpResponse(xliff.write(posting, code), content_type="application/xliff+xml")
        response["Content-Disposition"] = f'attachment; filename="{posting.slug}-{code}.xlf"'
        return response
    file = request.FILES.get("file")
    try:
        if file is None or file.size > xliff.MAX_BYTES:
            raise desk.Refused(_("Bitte wählen Sie eine XLIFF-Datei bis 2 MB."))
        kept, refused = xliff.read(posting, code, file.read(), by=actor.name)
    except desk.Refused as refusal:
        kept, refused = 0, [str(refusal)]
    if kept:
        publishing.translated(posting, code, by=actor.name)
    context = {"kept": kept, "refused": refused, "back": actor.address("ad", code, pk), "posting": posting}
    return _page(request, actor, "taken_in", context, status=422 if refused and not kept else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def standard(request: HttpRequest, actor: Actor, code: str) -> HttpResponse:
    """The standard sentences: "right", or a better proposal."""
    language = _language(actor, code)
    saved = _review_all(request, actor, code) if request.method == "POST" else 0
    if saved:
        publishing.sentences_reviewed(code, by=actor.name)
    told = sentences.of(code)
    context = {
        "spoken": language,
        "sentences": told,
        "reviewed": sum(sentence.reviewed for sentence in told),
        "saved": saved,
    }
    return _page(request, actor, "sentences", context)


def _save_all(
    request: HttpRequest, actor: Actor, posting: Posting, code: str
) -> tuple[int, dict[str, tuple[str, str]]]:
    """Every field that changed (or all filled ones when reviewing); what was refused, with why."""
    review = request.POST.get("step") == REVIEW
    kept = {one.digest: one.text for one in posting.translations.filter(language=code)}
    refused, saved = {}, 0
    for name, text in request.POST.items():
        digest = name.removeprefix("text-")
        if digest == name or (text.strip() == kept.get(digest, "") and not (review and text.strip())):
            continue
        try:
            desk.save(posting, code, digest, text, by=actor.name, reviewed=review)
            saved += 1
        except desk.Refused as refusal:
            refused[digest] = (text, str(refusal))
    return saved, refused


def _review_all(request: HttpRequest, actor: Actor, code: str) -> int:
    known = {sentence.key: sentence for sentence in sentences.of(code)}
    saved = 0
    for key, sentence in known.items():
        proposal = request.POST.get(f"better-{key}", "").strip()
        if f"right-{key}" in request.POST and not sentence.reviewed:
            sentences.review(code, key, by=actor.name)
            saved += 1
        elif proposal and proposal != (sentence.review.proposal if sentence.review else ""):
            sentences.review(code, key, by=actor.name, proposal=proposal)
            saved += 1
    return saved


def _ads(actor: Actor) -> list[Posting]:
    """Open ads; staff also those that wait for approval."""
    states = [State.PUBLISHED] if actor.token else [State.PUBLISHED, State.IN_REVIEW]
    open_now = Posting.objects.filter(state__in=states).exclude(deadline__lt=timezone.localdate())
    return list(open_now.select_related("approved", "current").prefetch_related("translations"))


def _ad(actor: Actor, pk: int) -> Posting:
    states = [State.PUBLISHED] if actor.token else [State.PUBLISHED, State.IN_REVIEW]
    found = Posting.objects.filter(state__in=states).select_related("approved", "current")
    return get_object_or_404(found, pk=pk)


def _language(actor: Actor, code: str) -> Language:
    if not actor.speaks(code):
        raise Http404
    return languages.get(code)


def _language_row(actor: Actor, language: Language, ads: list[Posting]) -> dict[str, Any]:
    states = [desk.progress(desk.pieces(posting, language.code)).state for posting in ads]
    told = sentences.of(language.code)
    return {
        "language": language,
        "reviewed": states.count("reviewed"),
        "outdated": states.count("outdated"),
        "sentences": sum(sentence.reviewed for sentence in told),
        "sentences_total": len(told),
        "address": actor.address("language", language.code),
    }


def _row(piece: desk.Piece, refused: dict[str, tuple[str, str]]) -> dict[str, Any]:
    text = piece.translation.text if piece.translation else (piece.before.text if piece.before else "")
    typed, why = refused.get(piece.segment.digest, (text, ""))
    return {"piece": piece, "text": typed, "why": why, "lines": max(2, len(piece.segment.source) // 60 + 1)}


def _page(
    request: HttpRequest, actor: Actor, name: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    base = "translating/guest.html" if actor.token else "base.html"
    shared = {"base": base, "actor": actor, "home": actor.address("home")}
    return render(request, f"translating/{name}.html", {**shared, **context}, status=status)
