"""Absolute addresses for mails, feeds and codes, which have no request to ask."""

from __future__ import annotations

from django.conf import global_settings, settings

from outreach import profile


def base() -> str:
    """`PUBLIC_URL`, or the address `up` listens on. No slash at the end."""
    return settings.PUBLIC_URL or f"http://{settings.HOST}:{settings.PORT}"


def absolute(path: str) -> str:
    """`/stellen/` -> `https://jobs.stadt.example/stellen/`."""
    return f"{base()}{path}"


def sender() -> str:
    """Who our mails come from: `DEFAULT_FROM_EMAIL` if set, else the city's own address."""
    given = settings.DEFAULT_FROM_EMAIL
    return profile.city()["email"] if given == global_settings.DEFAULT_FROM_EMAIL else given
