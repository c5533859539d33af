"""What stands in the frames and pictures of the preview: a mail, a feed entry, a poster."""

from __future__ import annotations

from typing import Any

from csp.decorators import csp
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from channels import languages
from channels.models import Channel
from channels.received import gathering, looks
from channels.received.sample import Sample, of_event, of_version, takes
from channels.renditions import poster
from channels.renditions.forms.files import sheet
from channels.renditions.forms.telling import telling_at
from outreach.addresses import absolute
from outreach.people.access import role_required
from outreach.people.models import Role
from postings.models import Event, Posting

#: A mail may be styled in place, and nothing else: no script, no picture from elsewhere, no form, no link
#: that leads anywhere.
_LOCKED: dict[str, Any] = {
    "default-src": ["'none'"],
    "style-src": ["'unsafe-inline'"],
    "img-src": ["data:"],
    "form-action": ["'none'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'self'"],
    "sandbox": [],
}


@role_required(*Role.values)
@require_safe
@xframe_options_sameorigin
@csp(_LOCKED)
def of_posting(request: HttpRequest, pk: int, channel_pk: int) -> HttpResponse:
    """The HTML this channel gets of the ad."""
    version, channel = _posting(pk).current, _channel(channel_pk)
    return _framed(channel, lambda: of_version(version, channel))


@role_required(*Role.values)
@require_safe
@xframe_options_sameorigin
@csp(_LOCKED)
def of_invitation(request: HttpRequest, pk: int, channel_pk: int) -> HttpResponse:
    """The HTML this channel gets of the event."""
    event, channel = get_object_or_404(Event, pk=pk), _channel(channel_pk)
    if not takes(channel, event):
        raise Http404
    return _framed(channel, lambda: of_event(event, channel))


@role_required(*Role.values)
@require_safe
def poster_of_posting(request: HttpRequest, pk: int, channel_pk: int) -> HttpResponse:
    """The A4 poster as a picture, in the channel's language; its code is none yet."""
    version, channel = _posting(pk).current, _channel(channel_pk)
    code = channel.language if channel.language in languages.codes() else "de"
    told = telling_at(version, languages.get(code), absolute("/l/"), absolute("/q/"))
    try:
        picture = poster.picture(sheet(told))
    except poster.PosterError as error:
        raise Http404 from error
    return HttpResponse(picture, content_type="image/png")


def _framed(channel: Channel, make) -> HttpResponse:
    module = looks.all().get(channel.kind)
    if module is None or not hasattr(module, "frame"):
        raise Http404
    made: Sample = gathering.sample(make)
    if module.look(made) is None:
        raise Http404
    return HttpResponse(module.frame(made))


def _posting(pk: int) -> Posting:
    return get_object_or_404(Posting.objects.select_related("current__posting"), pk=pk)


def _channel(pk: int) -> Channel:
    return get_object_or_404(Channel.objects.receiving().chosen().select_related("partner"), pk=pk)
