"""Takes secrets out of text that is logged or shown: what looks like a token, whoever wrote it there."""

from __future__ import annotations

import re

_LEFT_OUT = "[entfernt]"
_PATTERNS = [
    # Where a token stands in a path or before a host
    re.compile(r"(?<=/bot)\d+:[\w-]+"),  # Telegram
    re.compile(r"(?<=://)[^/\s@\"']+(?=@)"),  # ada:password@host, apprise addresses
    # What says itself that it is secret
    re.compile(r"\b(?:whsec|whsk)_[\w+/=-]+"),  # Standard Webhooks
    re.compile(r"\b(?:syt|mat|mct)_[\w-]{8,}"),  # Matrix
    re.compile(r"(?i)(?<=bearer )[\w.~+/=-]{8,}"),
    re.compile(r"\b\d{6,}:[\w-]{30,}"),  # Telegram, wherever
    re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)", re.DOTALL),
    re.compile(
        r"(?i)(?<![\w-])((?:access[_-]?token|api[_-]?key|client[_-]?secret|hub\.secret|password|passwort|secret|token)"
        r"['\"]?\s*[=:]\s*['\"]?)[^\s'\",&;)}\]]+"
    ),
]


def without_secrets(text: str) -> str:
    """The text without tokens, keys and passwords."""
    for pattern in _PATTERNS:
        text = pattern.sub(lambda match: (match[1] if match.re.groups else "") + _LEFT_OUT, text)
    return text
