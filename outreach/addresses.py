"""Absolute addresses for mails, feeds and codes, which have no request to ask."""

from __future__ import annotations

from django.conf import settings


def base() -> str:
    """`PUBLIC_URL`, or the address `up` listens on. No slash at the end."""
    return settings.PUBLIC_URL or f"http://{settings.HOST}:{settings.PORT}"


def absolute(path: str) -> str:
    """`/stellen/` -> `https://jobs.stadt.example/stellen/`."""
    return f"{base()}{path}"
