"""The two pages a tracked address can show instead of an ad. Built once, since nothing in them changes."""

from __future__ import annotations

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils import translation

from outreach import profile


def _render(template: str) -> bytes:
    with translation.override("de"):
        return render_to_string(template, {"city": profile.city()}).encode()


@lru_cache(maxsize=1)
def unknown() -> bytes:
    """ "This address does not exist (any more)", with the way to all ads."""
    return _render("reach/unknown.html")


@lru_cache(maxsize=1)
def away() -> bytes:
    """ "Please try again in a moment"."""
    return _render("reach/away.html")
