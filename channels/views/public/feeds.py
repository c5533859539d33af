"""The list of public feeds, and the feeds themselves."""

from __future__ import annotations

from types import ModuleType

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from channels import websub
from channels.feeds import formats, serving
from channels.feeds.overview import offers
from channels.models import Channel
from channels.views.public import embedding

PLAIN_XML = "application/xml; charset=utf-8"


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Feeds everyone may take in, each format with a sentence what it is for."""
    with translation.override("de"):
        context = {"feeds": offers(Channel.objects.public().chosen()), "iframe": str(embedding.iframe())}
        return render(request, "public/feeds.html", context)


@require_safe
@gzip_page
def feed(request: HttpRequest, key: str, file: str) -> HttpResponse:
    """One channel in one format. A private one is found only by its key, and no search engine keeps it.

    A channel that is switched off has no feed: an empty one would tell receivers that all has ended.
    """
    channel = Channel.objects.receiving().chosen().filter(key=key).first()
    if channel is None:
        raise Http404
    kept = serving.serve(channel, file, timezone.now())
    modified = int(kept.made_at.timestamp())
    response = HttpResponse(bytes(kept.body), content_type=_mime(request, formats.adapter(channel, file)))
    patch_vary_headers(response, ["Accept"])
    response["Access-Control-Allow-Origin"] = "*"  # for the websites of others; no cookie is read here
    response["ETag"] = kept.etag
    response["Last-Modified"] = http_date(modified)
    response["Cache-Control"] = "no-cache"  # keep it, but ask whether it is still the newest
    response["Content-Language"] = channel.language
    if hub_and_self := websub.links(channel, file):
        response["Link"] = hub_and_self
    if not channel.public:
        response["X-Robots-Tag"] = "noindex"
    return get_conditional_response(request, kept.etag, modified, response)


def _mime(request: HttpRequest, adapter: ModuleType) -> str:
    """Browsers show Atom and RSS as a page only if they are called plain XML; programs get the true type."""
    for_people = adapter.MIME.partition(";")[0].endswith("+xml") and "text/html" in request.headers.get(
        "Accept", ""
    )
    return PLAIN_XML if for_people else adapter.MIME
