"""A database that cannot be written is no "server error": the page says so and gives the text back."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from outreach.views import errors


class DatabaseTroubleMiddleware:
    """Answers a view's database error with 503; errors elsewhere come through `errors.server_error`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return errors.database_trouble(request, exception) if errors.is_trouble(exception) else None
