"""The list of public feeds, and the feeds themselves."""

from __future__ import annotations

import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.http import last_modified, require_safe

from channels import feeds
from channels.models import Channel


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Feeds everyone may take in."""
    with translation.override("de"):
        return render(request, "public/feeds.html", {"feeds": Channel.objects.public().chosen()})


def _channel(key: str) -> Channel | None:
    return Channel.objects.receiving().chosen().filter(key=key).first()


def _changed(request: HttpRequest, key: str) -> datetime.datetime | None:
    channel = _channel(key)
    return feeds.updated(channel, timezone.now()) if channel else None


@require_safe
@last_modified(_changed)
def atom(request: HttpRequest, key: str) -> HttpResponse:
    """One channel as Atom. A private one is found only by its key, and no search engine keeps it."""
    if (channel := _channel(key)) is None:
        raise Http404
    with translation.override(channel.language):
        feed = feeds.atom(channel, timezone.now())
        response = HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
    if not channel.public:
        response["X-Robots-Tag"] = "noindex"
    return response
