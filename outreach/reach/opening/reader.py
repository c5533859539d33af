"""In which language a reader is answered: from `Accept-Language`, looked at once and kept nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from channels import languages

FALLBACK = "de"
#: A longer header is nobody's browser.
_LONGEST = 200
#: What browsers say -> the file that is nearest.
_NEAR = {"ku": "kmr", "prs": "fa", "pes": "fa", "arb": "ar"}


def language_of(environ: Mapping[str, Any]) -> str:
    """The code of the language a reader likes best among those we have; German if there is none."""
    known = languages.codes()
    for tag in _wanted(environ.get("HTTP_ACCEPT_LANGUAGE", "")[:_LONGEST]):
        base = tag.partition("-")[0]
        for code in (tag, base, _NEAR.get(base, "")):
            if code in known:
                return code
    return FALLBACK


def _wanted(header: str) -> Iterator[str]:
    """Language tags, the most wanted first. What cannot be read is left out."""
    weighted = []
    for position, part in enumerate(header.lower().split(",")):
        tag, _semicolon, weight = part.partition(";")
        quality = _quality(weight)
        if tag.strip() and quality > 0:
            weighted.append((-quality, position, tag.strip()))
    return (tag for _quality, _position, tag in sorted(weighted))


def _quality(parameter: str) -> float:
    name, _equals, value = parameter.strip().partition("=")
    if not name:
        return 1.0
    try:
        quality = float(value) if name.strip() == "q" else 0.0
    except ValueError:
        return 0.0
    return quality if 0 <= quality <= 1 else 0.0
