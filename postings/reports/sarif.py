"""Reports as SARIF 2.1.0, for editors and code hosts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from postings.reports.checked import Checked
from postings.reports.text import Lines
from postings.review import Finding, Replacement, rulebook

_LEVELS = {"must": "error", "should": "warning", "hint": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(texts: Sequence[Checked], meta: dict[str, Any]) -> str:
    """One run over all texts."""
    ids = sorted({f.rule for checked in texts if checked.review for f in checked.review.findings})
    run = {
        "tool": {
            "driver": {"name": "outreach", "version": meta["engine"], "rules": [_rule(id) for id in ids]}
        },
        "columnKind": "unicodeCodePoints",
        "language": meta["lang"],
        "invocations": [_invocation(texts)],
        "artifacts": [{"location": {"uri": _uri(checked)}, **_fixed(checked)} for checked in texts],
        "results": [
            result for number, checked in enumerate(texts) for result in _results(checked, number, ids)
        ],
        "properties": meta,
    }
    return (
        json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)
        + "\n"
    )


def _rule(id: str) -> dict[str, Any]:
    rule = rulebook.load().rules.get(id)
    if rule is None:
        return {"id": id}
    return {
        "id": id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": " ".join(rule.why.split())},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"category": rule.category},
    }


def _invocation(texts: Sequence[Checked]) -> dict[str, Any]:
    errors = [checked for checked in texts if checked.error]
    return {
        "executionSuccessful": not errors,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": {"text": checked.error.message},
                "descriptor": {"id": checked.error.code},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(checked)}}}],
            }
            for checked in errors
            if checked.error
        ],
    }


def _uri(checked: Checked) -> str:
    return quote(PurePath(checked.path or "-").as_posix())


def _fixed(checked: Checked) -> dict[str, Any]:
    return {} if checked.fixed is None else {"properties": {"fixed": checked.fixed}}


def _results(checked: Checked, number: int, ids: list[str]) -> list[dict[str, Any]]:
    if checked.review is None:
        return []
    artifact = {"uri": _uri(checked), "index": number}
    lines = Lines(checked.review.text)
    return [
        {"ruleIndex": ids.index(finding.rule), **_result(finding, artifact, lines)}
        for finding in checked.review.findings
    ]


def _result(finding: Finding, artifact: dict[str, Any], lines: Lines) -> dict[str, Any]:
    return {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": {
                        **_region(lines, finding.offset, finding.length),
                        "snippet": {"text": finding.quote},
                    },
                }
            }
        ],
        "partialFingerprints": {"finding/v1": finding.id},
        "fixes": [_fix(replacement, artifact, lines) for replacement in finding.replacements],
        "properties": {
            "category": finding.category,
            "severity": finding.severity,
            "why": finding.why,
            "sources": [f"{source.title}: {source.reference}" for source in finding.sources],
        },
    }


def _fix(replacement: Replacement, artifact: dict[str, Any], lines: Lines) -> dict[str, Any]:
    return {
        "description": {"text": replacement.text},
        "artifactChanges": [
            {
                "artifactLocation": artifact,
                "replacements": [
                    {
                        "deletedRegion": _region(lines, edit.offset, edit.length),
                        "insertedContent": {"text": edit.text},
                    }
                    for edit in replacement.edits
                ],
            }
        ],
    }


def _region(lines: Lines, offset: int, length: int) -> dict[str, int]:
    start_line, start_column = lines.place(offset)
    end_line, end_column = lines.place(offset + length)
    return {
        "startLine": start_line,
        "startColumn": start_column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": offset,
        "charLength": length,
    }
