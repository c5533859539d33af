"""One text that was reviewed, or a file that could not be."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from postings.documents import DocumentError, extract
from postings.own_sentences import own_sentences
from postings.review import Review, fix, review
from postings.review.model import Element, Style


@dataclass(frozen=True, slots=True)
class Options:
    """How texts are reviewed. `fix` is a scope of `postings.review.fix`, or None."""

    date: datetime.date
    style: Style = "house"
    lang: str = "de"
    fix: str | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A text with its review; with `error` there is no review."""

    path: str | None
    review: Review | None = None
    fixed: str | None = None
    error: DocumentError | None = None

    @property
    def has_must(self) -> bool:
        """True if at least one finding is of severity `must`."""
        return self.review is not None and any(f.severity == "must" for f in self.review.findings)

    def as_dict(self) -> dict[str, Any]:
        """The object TEXT of CONTRACT §2."""
        result = self.review
        document: dict[str, Any] = {
            "path": self.path,
            "error": {"code": self.error.code, "message": self.error.message} if self.error else None,
            "text": result.text if result else "",
            "findings": [finding_dict(finding) for finding in result.findings] if result else [],
            "elements": {
                id: _element(element) for id, element in (result.elements if result else {}).items()
            },
            "facts": dict(result.facts) if result else {},
            "readability": dict(result.readability) if result else {},
        }
        if self.fixed is not None:
            document["fixed"] = self.fixed
        return document


def check_file(path: str, data: bytes, options: Options) -> Checked:
    """Read and review a file's bytes."""
    try:
        text = extract(path, data).text
    except DocumentError as error:
        return Checked(path, error=error)
    return check_text(text, options, path=path)


def check_text(text: str, options: Options, *, path: str | None = None) -> Checked:
    """Review a text, and fix it if the options say so."""
    result = review(
        text, style=options.style, date=options.date, lang=options.lang, sentences=own_sentences()
    )
    return Checked(path, result, fix(result, scope=options.fix) if options.fix else None)


def finding_dict(finding: Any) -> dict[str, Any]:
    """The object FINDING of CONTRACT §2."""
    names = ("id", "rule", "category", "severity", "offset", "length", "quote", "sentence", "message", "why")
    return {
        **{name: getattr(finding, name) for name in names},
        "sources": [_source(source) for source in finding.sources],
        "replacements": [
            {
                "style": replacement.style,
                "text": replacement.text,
                "safe": replacement.safe,
                "edits": [
                    {"offset": edit.offset, "length": edit.length, "text": edit.text}
                    for edit in replacement.edits
                ],
            }
            for replacement in finding.replacements
        ],
    }


def _element(element: Element) -> dict[str, Any]:
    edit = element.edit
    return {
        "state": element.state,
        "quote": element.quote,
        "suggestion": element.suggestion,
        "edit": {"offset": edit.offset, "length": edit.length, "text": edit.text} if edit else None,
    }


def _source(source: Any) -> dict[str, str]:
    given = {"title": source.title, "reference": source.reference, "grade": source.grade}
    return {**given, "url": source.url} if source.url else given
