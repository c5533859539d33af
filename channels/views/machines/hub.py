"""`/hub/`: where programs subscribe to our feeds (WebSub)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from channels import websub
from channels.websub import asking


@csrf_exempt
@require_POST
def hub(request: HttpRequest) -> HttpResponse:
    """202 and a worker asks the callback; nothing is done for whoever sends this request."""
    with translation.override("de"):
        if not websub.is_open():
            return _plain("", 503)
        try:
            asking.take(request.POST)
        except asking.Refused as error:
            return _plain(str(error), error.status)
    return _plain("", 202)


def _plain(text: str, status: int) -> HttpResponse:
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
