"""One thing a receiver's rules say about an ad or event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from postings.labels import SEVERITIES

Severity = Literal["must", "should", "hint"]
ORDER: tuple[Severity, ...] = ("must", "should", "hint")


@dataclass(frozen=True)
class Finding:
    """`severity` "must": the receiver would refuse it or not show it; nothing else ever stops anything."""

    sentence: str
    source: str
    severity: Severity = "should"
    url: str = ""

    @property
    def severity_label(self) -> Any:
        return SEVERITIES[self.severity]
