"""Counts answers and their duration by group of pages, for `/metrics`."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from django.http import HttpRequest, HttpResponse

from outreach import metrics


def group_of(request: HttpRequest) -> str:
    """The app part of the view that answered ("postings", "public", …): never a path."""
    match = request.resolver_match
    if match is None:
        return "static" if request.path_info.startswith("/static/") else "none"
    return match.app_name or match.namespace or match.url_name or "other"


class MeasureMiddleware:
    """Adds one to `outreach_requests_total` and times the answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        start = perf_counter()
        response = self.get_response(request)
        group = group_of(request)
        metrics.REQUESTS.labels(group, f"{response.status_code // 100}xx").inc()
        metrics.REQUEST_SECONDS.labels(group).observe(perf_counter() - start)
        return response
