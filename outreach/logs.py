"""Logs for city IT that hold nothing about a person: no address, no browser, no query string."""

from __future__ import annotations

import json
import logging
import re
from datetime import UTC, datetime
from typing import Any

from outreach.secrecy import without_secrets

_OCTET = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_IPV4 = re.compile(rf"(?<![\w.])(?!127\.|0\.0\.0\.0){_OCTET}(?:\.{_OCTET}){{3}}(?![\w.]*\d)")
_IPV6 = re.compile(
    r"(?<![\w:.])(?=[0-9a-fA-F]*:[0-9a-fA-F:]*:)[0-9a-fA-F:]{4,}(?:\.\d+){0,3}(?:%\w+)?(?![\w:])"
)
_QUERY = re.compile(r"(?P<path>[/\w%.~\-]*/[\w%.~\-]*)\?[^\s\"'<>]+")
#: Whoever has a partner's link is the partner: its signed part stays out of every line.
_PARTNER = re.compile(r"(?P<path>/(?:partner|uebersetzen)/(?:[a-z]+/)?)[\w\-]+\.[\w\-]{20,}")
_BROWSER = re.compile(
    r"(?:Mozilla|Opera|curl|python-requests|WhatsApp|TelegramBot|facebookexternalhit)/[^\"'\n]*",
    re.IGNORECASE,
)
_HEADERS = re.compile(
    r"(?P<name>(?:HTTP_)?(?:X[-_]FORWARDED[-_]FOR|USER[-_]AGENT|COOKIE|AUTHORIZATION|REMOTE_ADDR)['\"]?\s*[:=]\s*)"
    r"(?P<quote>['\"]?)[^'\"\n]*(?P=quote)",
    re.IGNORECASE,
)


def without_persons(line: str) -> str:
    """The line without what could tell who asked, and without secrets."""
    line = without_secrets(line)
    line = _HEADERS.sub(r"\g<name>[entfernt]", line)
    line = _QUERY.sub(r"\g<path>?[entfernt]", line)
    line = _PARTNER.sub(r"\g<path>[entfernt]", line)
    line = _BROWSER.sub("[Browser]", line)
    line = _IPV4.sub("[Adresse]", line)
    return _IPV6.sub(_keep_times, line)


def _keep_times(match: re.Match[str]) -> str:
    """A clock (12:30:05) and ::1 look like the address of somebody and are not."""
    found = match.group()
    is_time = re.fullmatch(r"\d{1,2}:\d\d:\d\d(?:\.\d+)?", found)
    harmless = is_time or found == "::1" or not found.strip(":")
    return found if harmless else "[Adresse]"


class LineFormatter(logging.Formatter):
    """One readable line: time, level, who says it, what."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", "%Y-%m-%d %H:%M:%S", style="{")

    def format(self, record: logging.LogRecord) -> str:
        return without_persons(super().format(record))


class JsonFormatter(logging.Formatter):
    """One JSON object a line, for log collectors (`LOG_FORMAT=json`)."""

    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": without_persons(record.getMessage()),
        }
        if record.exc_info:
            entry["exception"] = without_persons(self.formatException(record.exc_info))
        return json.dumps(entry, ensure_ascii=False)


def configuration(*, level: str, as_json: bool) -> dict[str, Any]:
    """The value of `LOGGING`."""
    known = level.upper() if level.upper() in logging.getLevelNamesMapping() else "INFO"
    formatter = "outreach.logs.JsonFormatter" if as_json else "outreach.logs.LineFormatter"
    quiet = {"level": "WARNING", "handlers": ["stderr"], "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"private": {"()": formatter}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "private"}},
        "root": {"level": known, "handlers": ["stderr"]},
        "loggers": {
            "django": {"level": known, "handlers": ["stderr"], "propagate": False},
            "django.server": {"level": known, "handlers": ["stderr"], "propagate": False},
            "django.db.backends": quiet,  # statements carry what people typed
            "_granian": quiet,
            "granian.access": {"level": "CRITICAL", "handlers": [], "propagate": False},
            "celery": {"level": "WARNING"},
            "kombu": {"level": "WARNING"},
            "amqp": {"level": "WARNING"},
            "urllib3": {"level": "ERROR"},  # its warnings quote addresses, and those carry tokens
            "httpx": {"level": "WARNING"},
            "httpcore": {"level": "WARNING"},
        },
    }
