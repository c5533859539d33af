"""Reports for a terminal: where, how serious, what, why not, what instead, says who."""

from __future__ import annotations

import textwrap
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from postings import labels
from postings.reports.checked import Checked
from postings.review import Finding

_WIDTH = 100
_LINE_LIKE = str.maketrans("\n\r\t", "   ")


def render(texts: Sequence[Checked], meta: dict[str, Any]) -> str:
    """One paragraph per finding, one summary per text."""
    return "\n".join(_one(checked) for checked in texts if not checked.error)


def _one(checked: Checked) -> str:
    result = checked.review
    assert result is not None  # noqa: S101  (`render` leaves out the files with errors)
    lines = Lines(result.text)
    parts = [_finding(checked.path or "-", finding, lines) for finding in result.findings]
    ready = [(id, e) for id, e in result.elements.items() if e.suggestion]
    missing = [labels.ELEMENTS[id][0] for id, e in result.elements.items() if e.state == "missing"]
    if missing:
        parts.append(_wrapped(_("Es fehlt: {names}.").format(names=", ".join(map(str, missing))), ""))
        parts += [_sentence(str(labels.ELEMENTS[id][0]), e.suggestion) for id, e in ready]
        parts.append("")
    return "\n".join([*parts, f"{checked.path}: {_summary(result.findings, len(missing))}", ""])


def _sentence(label: str, suggestion: str | None) -> str:
    """The ready sentence for what is missing."""
    return _wrapped(_("{label}: „{sentence}“").format(label=label, sentence=suggestion))


def _finding(path: str, finding: Finding, lines: Lines) -> str:
    line, column = lines.place(finding.offset)
    severity = str(labels.SEVERITIES[finding.severity])
    quote = finding.quote.translate(_LINE_LIKE)
    parts = [f"{path}:{line}:{column}: {severity} „{quote}“ [{finding.rule}]", _wrapped(finding.message)]
    if finding.replacements:
        offers = (labels.offered(each, finding) for each in finding.replacements)
        suggestions = " · ".join(offer.translate(_LINE_LIKE) for offer in offers)
        parts.append(_wrapped(_("Vorschlag: {texts}").format(texts=suggestions)))
    else:
        parts.append(_wrapped(" ".join(finding.why.split())))
    for source in finding.sources:
        grade = labels.GRADES.get(source.grade, source.grade)
        parts.append(
            _wrapped(_("Quelle: {reference} ({grade})").format(reference=source.reference, grade=grade))
        )
    return "\n".join(parts) + "\n"


def _summary(findings: Sequence[Finding], missing: int) -> str:
    if not findings and not missing:
        return _("nichts gefunden.")
    counts = [sum(f.severity == severity for f in findings) for severity in labels.SEVERITIES]
    parts = [f"{n} {label}" for n, label in zip(counts, labels.SEVERITIES.values(), strict=True) if n]
    if missing:
        parts.append(
            ngettext("{n} Pflichtangabe fehlt", "{n} Pflichtangaben fehlen", missing).format(n=missing)
        )
    return " · ".join(parts)


def _wrapped(text: str, indent: str = "    ") -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


class Lines:
    """Turns an offset into line and column, both from 1, columns in code points."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(index + 1 for index, char in enumerate(text) if char == "\n")]

    def place(self, offset: int) -> tuple[int, int]:
        """(line, column) of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
