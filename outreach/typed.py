"""What a person had typed into a form that was refused: it is given back, never lost."""

from __future__ import annotations

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from django.http.request import RawPostDataException

_SECRET = ("password", "passwort", "csrfmiddlewaretoken", "token", "login", "apikey")
_LONG = 40  # characters; what is shorter is typed again more easily than copied


def texts(request: HttpRequest) -> list[dict[str, str]]:
    """The long texts of a posted form as [{"name", "value"}]; no secrets."""
    if request.method != "POST":
        return []
    try:
        fields = list(request.POST.items())
    except (RawPostDataException, RequestDataTooBig, OSError):
        return []
    wanted = [(name, value) for name, value in fields if not any(word in name.lower() for word in _SECRET)]
    return [{"name": name, "value": value} for name, value in wanted if len(value) >= _LONG or "\n" in value]
