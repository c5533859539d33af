"""A review of five words, in the shape the views give to the templates."""

from __future__ import annotations

import datetime
import re
from types import SimpleNamespace
from typing import Any

TEXT = (
    "## Das erwartet Sie\n"
    "Wir suchen einen engagierten Sachbearbeiter für die Wohngeldstelle. 😀\n"
    "- Anträge prüfen\n"
    "- Menschen beraten\n\n"
    "## Das bringen Sie mit\n"
    "**Muttersprache Deutsch** und hohe Belastbarkeit.\n"
)
WORDS = {
    "engagierten Sachbearbeiter": ("must", ["engagierte Person für die Sachbearbeitung"]),
    "Muttersprache Deutsch": ("must", ["Deutsch auf dem Niveau B2", "Deutsch auf dem Niveau C1"]),
    "Belastbarkeit": ("should", []),
    "Anträge": ("hint", ["Ihre Anträge"]),
    "Menschen beraten\n": ("should", [""]),
}
LABELS = {"must": "Muss", "should": "Sollte", "hint": "Hinweis"}
NOW = datetime.datetime(2026, 12, 1, 9, 30, tzinfo=datetime.UTC)
IGNORE = "/ausschreibungen/1/ignorieren/"
decisions: dict[str, SimpleNamespace] = {}
POSTING = SimpleNamespace(
    pk=1,
    title="Sachbearbeitung Wohngeld",
    state="draft",
    get_state_display="Entwurf",
    deadline=datetime.date(2027, 1, 31),
    get_absolute_url="/stellen/sachbearbeitung-wohngeld/",
)


def findings(text: str) -> list[dict[str, Any]]:
    """The five words, wherever they stand, in code points."""
    found = []
    for word, (severity, replacements) in WORDS.items():
        for match in re.finditer(re.escape(word), text):
            found.append(
                {
                    "id": f"rule-{len(found)}:{word}",
                    "rule": "beispiel-regel",
                    "severity": severity,
                    "severity_label": LABELS[severity],
                    "category_label": "Beispiel",
                    "quote": word,
                    "start": match.start(),
                    "message": f"„{word}“ kann Menschen benachteiligen.",
                    "why": "Niemand soll wegen der Herkunft schlechter behandelt werden.",
                    "sources": [
                        {"title": "BAG", "reference": "8 AZR 402/15", "grade_label": "Indiz", "url": None}
                    ],
                    "replacements": [
                        {"text": text or "weglassen", "safe": index == 0, "index": index, "put": text}
                        for index, text in enumerate(replacements)
                    ],
                    "decision": decisions.get(f"rule-{len(found)}:{word}"),
                    "help_url": "/regeln/beispiel-regel/",
                    "ignore_url": IGNORE,
                }
            )
    return found


def marks(text: str) -> list[dict[str, Any]]:
    """What the editor draws, in UTF-16 units."""

    def at(offset: int) -> int:
        return len(text[:offset].encode("utf-16-le")) // 2

    return [
        {
            **{key: card[key] for key in ("id", "rule", "severity", "message", "why")},
            "title": f"{card['severity_label']}: Beispiel",
            "from": at(card["start"]),
            "to": at(card["start"] + len(card["quote"])),
            "actions": [
                {
                    "label": replacement["text"],
                    "safe": True,
                    "edits": [
                        {
                            "from": at(card["start"]),
                            "to": at(card["start"] + len(card["quote"])),
                            "insert": replacement["put"],
                        }
                    ],
                }
                for replacement in card["replacements"]
            ],
        }
        for card in findings(text)
        if not card["decision"]
    ]


def panel(text: str, **more: Any) -> dict[str, Any]:
    """The panel's context as the real view gives it."""
    cards = findings(text)
    open_cards = [card for card in cards if not card["decision"]]
    help_text = "Einen Betrag verstehen alle."
    list_end = text.find("\n\n")
    missing_pay = {
        "suggestion": "3.780 Euro im Monat",
        "insert_text": "\n- 3.780 Euro im Monat",
        "insert_at": len(text[:list_end].encode("utf-16-le")) // 2,
    }
    return {
        "posting": POSTING,
        "findings": cards,
        "elements": [
            {"id": "element:deadline", "label": "Bewerbungsschluss", "state": "present",
             "state_label": "vorhanden", "quote": "bis zum 31. Januar 2027", "ignore_url": IGNORE},
            {"id": "element:pay", "label": "Gehalt in Euro", "state": "missing", "state_label": "fehlt",
             "help": help_text, **missing_pay, "decision": decisions.get("element:pay"),
             "ignore_url": IGNORE},
        ],
        "facts": [{"label": "Gehalt", "value": "3.303,85 € bis 4.409,39 € im Monat"}],
        "readability": {
            "words": 120, "sentences": 9, "grade": "mittel",
            "sections": [{"heading": "Das erwartet Sie", "words": 60, "sentences": 4, "flesch_amstad": 41.2,
                          "wiener": 11.4}],
        },
        "history": [{"at": NOW, "by": "Ada Beispiel", "text": "Version 1 gespeichert"}],
        "summary": {
            "findings": len(open_cards),
            "must": sum(card["severity"] == "must" for card in open_cards),
            "missing": 0 if "element:pay" in decisions else 1,
        },
        "can_edit": True, "can_decide": True, "can_submit": True, "can_duplicate": True,
        **more,
    }  # fmt: skip


def sentence(text: str) -> str:
    """The status line."""
    return (
        f"Bis zur Freigabe offen: {sum(card['severity'] == 'must' for card in findings(text))} Muss-Hinweise"
    )
