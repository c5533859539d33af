"""How often people and programs may ask. Counted in memory only: no address is ever stored."""

from __future__ import annotations

from typing import Any

from django.core.cache.backends.locmem import LocMemCache
from django.http import HttpRequest
from rest_framework.throttling import SimpleRateThrottle

#: Its own cache, so that a shared one set up later never gets to see an address.
COUNTS = LocMemCache("throttles", {"OPTIONS": {"MAX_ENTRIES": 20_000}})


class PersonThrottle(SimpleRateThrottle):
    """Per person; per address for those who are not signed in."""

    scope = "person"
    cache = COUNTS

    def get_cache_key(self, request: Any, view: Any) -> str:
        """Who is counted."""
        user = getattr(request, "user", None)
        who = user.pk if user is not None and user.is_authenticated else self.get_ident(request)
        return f"{self.scope}:{who}"


class CheckThrottle(PersonThrottle):
    """For the LanguageTool protocol: an office asks once per paragraph."""

    scope = "check"

    def allows(self, request: HttpRequest, user: Any) -> bool:
        """Count one request of a plain Django view."""
        self._user = user
        return self.allow_request(request, None)

    def get_cache_key(self, request: Any, view: Any) -> str:
        """Who is counted: the person of the token, else the address."""
        who = self._user.pk if self._user is not None else self.get_ident(request)
        return f"{self.scope}:{who}"
