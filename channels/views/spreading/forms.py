"""Staff: every form of an ad in every language, to look at, to print, to hand over."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from channels import languages, links
from channels.adapters import registry
from channels.editions import policy
from channels.editions.policy import Told
from channels.models import Channel, Link
from channels.partners.passing_on.archive import file_name, folder_name, packed
from channels.public.ad import PAGE_KIND
from channels.renditions.forms import LOOKS, kept
from outreach.people.access import role_required
from outreach.people.models import Role
from postings.models import Posting

ALL = "alle"
_KINDS = {
    ".txt": "text/plain; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".html": "text/html; charset=utf-8",
}


@role_required(*Role.values)
def of_posting(request: HttpRequest, pk: int) -> HttpResponse:
    """The languages with their state, and a link to each form; `kanal` chooses whose code is on them."""
    posting, channel = _approved(pk), _channel(request)
    rows = [_told(posting, code, channel) for code in languages.codes()]
    context = {
        "posting": posting,
        "channel": channel,
        "channels": _channels(),
        "rows": [(told, policy.effect(told)) for told in rows],
        "names": list(LOOKS),
    }
    return render(request, "channels/forms.html", context)


@require_safe
@role_required(*Role.values)
def file(request: HttpRequest, pk: int, language: str, name: str) -> HttpResponse:
    """One form in one language."""
    posting, channel = _approved(pk), _channel(request)
    if language not in languages.codes() or name not in LOOKS:
        raise Http404
    told = _told(posting, language, channel)
    if told.held:
        raise Http404
    content = kept.file(told, _link(posting, language, channel), name)
    return as_file(content, name, f"{file_name(posting.title)}-{language}-{name}")


@require_safe
@role_required(*Role.values)
def package(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """All forms in one language, or in all, each language in its folder."""
    posting, channel = _approved(pk), _channel(request)
    codes = list(languages.codes()) if language == ALL else [language]
    if not set(codes) <= set(languages.codes()):
        raise Http404
    found = [_told(posting, code, channel) for code in codes]
    files = [
        (f"{folder_name(told.asked)}/{name}", content)
        for told in found
        if not told.held
        for name, content in kept.files(told, _link(posting, told.asked.code, channel)).items()
    ]
    if not files:
        raise Http404
    response = HttpResponse(packed(files), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{file_name(posting.title)}-{language}.zip"'
    return response


def as_file(content: bytes, name: str, offered: str) -> HttpResponse:
    """To look at or keep: texts and pages are kept, posters and pictures open."""
    ending = name[name.rindex(".") :]
    response = HttpResponse(content, content_type=_KINDS[ending])
    how = "inline" if ending in {".pdf", ".png"} else "attachment"
    response["Content-Disposition"] = f'{how}; filename="{offered}"'
    return response


def _approved(pk: int) -> Posting:
    return get_object_or_404(Posting.objects.select_related("approved").exclude(approved=None), pk=pk)


def _channels() -> list[Channel]:
    """Whose code may be on a form: the city's own page, and what people hand out."""
    found = Channel.objects.active().chosen().select_related("partner")
    return [one for one in found if one.kind == PAGE_KIND or registry.speaks(one.kind)]


def _channel(request: HttpRequest) -> Channel | None:
    """The one asked for, else the city's own page."""
    asked = request.GET.get("kanal", "")
    known = _channels()
    if asked.isdecimal() and (found := next((one for one in known if one.pk == int(asked)), None)):
        return found
    return next((one for one in known if one.kind == PAGE_KIND), None)


def _told(posting: Posting, code: str, channel: Channel | None) -> Told:
    how = channel.unreviewed if channel else policy.Unreviewed.MARKED
    return policy.told(posting.approved, code, how)


def _link(posting: Posting, code: str, channel: Channel | None) -> Link | None:
    return links.in_language(links.code_for(posting, channel, channel.language), code) if channel else None
