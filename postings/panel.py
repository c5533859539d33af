"""A review as people see it: cards beside the text, marks in the text, one sentence on what is open."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from outreach import metrics
from outreach.profile import city
from outreach.words.recorded import recorded
from postings import amounts, labels
from postings.documents.cleaning import one_line
from postings.factlist import panel_rows
from postings.history import history
from postings.models import Decision, Posting, State
from postings.offsets import Utf16
from postings.own_sentences import own_sentences
from postings.review import Finding, Review, review

ORDER = {"must": 0, "should": 1, "hint": 2}
MAX_CARDS = 200  # more help nobody; a text of ten ads at once would choke the browser


@dataclass(frozen=True)
class Summary:
    """How much is open: findings by severity without those decided on, and missing elements."""

    must: int
    should: int
    hint: int
    missing: int

    @property
    def findings(self) -> int:
        return self.must + self.should + self.hint

    @property
    def sentence(self) -> str:
        parts = []
        if self.must:
            parts.append(ngettext("{n} Muss-Hinweis", "{n} Muss-Hinweise", self.must).format(n=self.must))
        if self.missing:
            parts.append(
                ngettext("{n} Pflichtangabe", "{n} Pflichtangaben", self.missing).format(n=self.missing)
            )
        if not parts:
            return _("Alles Wichtige ist da.")
        return _("Bis zur Freigabe offen: {parts}").format(parts=", ".join(parts))


@dataclass(frozen=True)
class Panel:
    """A review of an ad's text with the decisions people made about it."""

    result: Review
    decisions: dict[str, Decision]
    posting: Posting | None
    title: str = ""

    @classmethod
    def of(cls, text: str, posting: Posting | None, today: datetime.date, title: str = "") -> Panel:
        """Review the text; a title that does not stand in it is reviewed by itself."""
        with metrics.REVIEW_SECONDS.time():
            result = _reviewed(text, today)
        in_force = posting.decisions.in_force().select_related("by") if posting else ()
        return cls(result, {decision.finding: decision for decision in in_force}, posting, one_line(title))

    @property
    def read_title(self) -> str:
        """The title as the text has it."""
        return self.result.facts.get("title") or ""

    @property
    def status(self) -> str:
        """One sentence on where the ad stands: what is open, or since when it is out."""
        if self.posting is None or self.posting.state in {State.DRAFT, State.IN_REVIEW}:
            return self.summary.sentence
        if self.posting.state == State.CLOSED:
            return _("Geschlossen am {day}.").format(day=_day(self.posting.closed_at))
        return _("Veröffentlicht am {day}.").format(day=_day(self.posting.published_at))

    def _title_cards(self) -> list[dict[str, Any]]:
        """What to change in a title that somebody wrote beside the text."""
        if self.title in {"", self.read_title}:
            return []
        found = _reviewed(self.title, self.result.date).findings
        return [self._card(finding) for finding in found if finding.category != "plain-language"]

    @property
    def summary(self) -> Summary:
        counts = dict.fromkeys(ORDER, 0)
        for finding in self.result.findings:
            counts[finding.severity] += finding.id not in self.decisions
        return Summary(
            **counts, missing=sum(1 for id in self._missing() if f"element:{id}" not in self.decisions)
        )

    def _missing(self) -> Iterable[str]:
        return (id for id, element in self.result.elements.items() if element.state == "missing")

    def about(self, finding_id: str) -> tuple[str, str]:
        """Rule and quote of a finding, or of a missing element, as a decision keeps them.

        Empty if it is not there (any more).
        """
        kind, _colon, element = finding_id.partition(":")
        if kind == "element" and element in labels.ELEMENTS:
            with recorded():
                return finding_id, str(labels.ELEMENTS[element][0])
        found = (f for f in self.result.findings if f.id == finding_id)
        return next(((f.rule, f.quote) for f in found), ("", ""))

    def context(self) -> dict[str, Any]:
        """What the template `postings/_panel.html` shows."""
        ordered = sorted(
            self.result.findings, key=lambda f: (f.id in self.decisions, ORDER[f.severity], f.offset)
        )
        return {
            "posting": self.posting,
            "title_findings": self._title_cards(),
            "findings": [self._card(finding) for finding in ordered[:MAX_CARDS]],
            "hidden": max(0, len(ordered) - MAX_CARDS),
            "elements": [self._element(id) for id in labels.ELEMENTS if id in self.result.elements],
            "facts": panel_rows(self.result.facts),
            "readability": {**self.result.readability, "costliest": self._costliest()},
            "history": history(self.posting) if self.posting else [],
            "summary": self.summary,
        }

    def as_json(self, **context: Any) -> dict[str, Any]:
        """What the editor script needs after each check."""
        summary = self.summary
        return {
            "marks": self.marks(),
            "panel": render_to_string("postings/_panel.html", {**self.context(), **context}),
            "summary": {
                "must": summary.must,
                "should": summary.should,
                "hint": summary.hint,
                "missing": summary.missing,
            },
            "status": self.status,
            "title": self.read_title,
        }

    def marks(self) -> list[dict[str, Any]]:
        """Findings without a decision, in UTF-16 offsets of the text as the browser holds it."""
        at = Utf16(self.result.text).at
        found = [finding for finding in self.result.findings if finding.id not in self.decisions]
        found = sorted(sorted(found, key=lambda f: ORDER[f.severity])[:MAX_CARDS], key=lambda f: f.offset)
        return [_mark(finding, at) for finding in found]

    def _card(self, finding: Finding) -> dict[str, Any]:
        return {
            "id": finding.id,
            "rule": finding.rule,
            "severity": finding.severity,
            "severity_label": labels.SEVERITIES[finding.severity],
            "category_label": labels.CATEGORIES[finding.category],
            "quote": finding.quote,
            "message": finding.message,
            "why": finding.why,
            "sources": [_source(source) for source in finding.sources],
            "replacements": [
                {
                    "text": replacement.text,
                    "label": labels.offered(replacement, finding),
                    "safe": replacement.safe,
                    "index": index,
                }
                for index, replacement in enumerate(finding.replacements)
            ],
            "decision": self.decisions.get(finding.id),
            "help_url": reverse("rules:detail", args=[finding.rule]),
            "ignore_url": self._ignore_url(),
        }

    def _element(self, id: str) -> dict[str, Any]:
        element = self.result.elements[id]
        label, help_text = labels.ELEMENTS[id]
        return {
            "id": f"element:{id}",
            "label": label,
            "state": element.state,
            "state_label": labels.ELEMENT_STATES[element.state],
            "quote": element.quote,
            "help": help_text,
            "suggestion": element.suggestion,
            "insert_at": Utf16(self.result.text).at(element.edit.offset) if element.edit else None,
            "insert_text": element.edit.text if element.edit else "",
            "decision": self.decisions.get(f"element:{id}"),
            "ignore_url": self._ignore_url(),
        }

    def _costliest(self) -> dict[str, Any] | None:
        """The sentence that is hardest to read, its place in UTF-16, and why, in words."""
        found = self.result.readability.get("costliest")
        if not found:
            return None
        at = Utf16(self.result.text).at
        reasons = [
            str(labels.COSTLY[reason["kind"]]).format(n=reason["count"], words=", ".join(reason["examples"]))
            for reason in found["reasons"]
            if reason["kind"] in labels.COSTLY
        ]
        return {
            "quote": found["quote"],
            "from": at(found["offset"]),
            "to": at(found["offset"] + found["length"]),
            "reasons": reasons,
        }

    def _ignore_url(self) -> str | None:
        return reverse("postings:ignore", args=[self.posting.pk]) if self.posting else None


def _day(moment: datetime.datetime | None) -> str:
    return amounts.day(timezone.localdate(moment)) if moment else ""


def _reviewed(text: str, today: datetime.date) -> Review:
    style = city().get("house_style", "house")
    return review(text, style=style, date=today, lang=_language(), sentences=own_sentences())


def _language() -> str:
    """The reader's: findings are explained in it, what they suggest stays German."""
    return (get_language() or settings.LANGUAGE_CODE)[:2]


def _source(source) -> dict[str, Any]:
    return {
        "title": source.title,
        "reference": source.reference,
        "grade_label": labels.GRADES[source.grade],
        "url": source.url,
    }


def _mark(finding: Finding, at) -> dict[str, Any]:
    return {
        "id": finding.id,
        "rule": finding.rule,
        "severity": finding.severity,
        "from": at(finding.offset),
        "to": at(finding.offset + finding.length),
        "title": f"{labels.SEVERITIES[finding.severity]}: {labels.CATEGORIES[finding.category]}",
        "message": finding.message,
        "why": finding.why,
        "actions": [
            {
                "label": labels.offered(replacement, finding),
                "safe": replacement.safe,
                "edits": [
                    {"from": at(edit.offset), "to": at(edit.offset + edit.length), "insert": edit.text}
                    for edit in replacement.edits
                ],
            }
            for replacement in finding.replacements
        ],
    }
