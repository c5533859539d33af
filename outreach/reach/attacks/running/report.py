"""The signed report: what was attacked, how it was protected, what every attack learned."""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from channels import authenticity
from outreach.profile import city
from outreach.reach.attacks.knowledge.publication import Publication
from outreach.reach.attacks.running.suite import Outcome
from outreach.reach.protection import settings as protection

Content = dict[str, Any]
VERSION = 1
FILE = "bericht.json"


class BadReport(ValueError):  # noqa: N818  (it reads as what it is)
    """No report, or not as it was signed; the message says which."""


def folder() -> Path:
    """Where the last report of the live configuration is kept for the page."""
    return Path(settings.DATA_DIR) / "angriffe"


def make(
    outcomes: list[Outcome],
    found: Publication,
    against: str,
    now: datetime.datetime,
    limits: Sequence[str] = (),
) -> Content:
    """The report's content, without signature. `limits`: what this run could not see, besides."""
    rules = dataclasses.asdict(protection.current())
    return {
        "version": VERSION,
        "city": city()["name"],
        "made_at": now.isoformat(timespec="seconds"),
        "against": against,
        "role": _(
            "nicht angemeldet; als Partner mit eigenem Link; angemeldet mit der Rolle „Berichte lesen“; "
            "Datenordner nur für Spuren und Hash-Werte"
        ),
        "protections": rules,
        "tables": len(found.tables),
        "figures": found.figures,
        "digests": {f"{table.name}/{table.last}": table.digest for table in found.tables},
        "attacks": [dataclasses.asdict(outcome) for outcome in outcomes],
        "succeeded": [outcome.name for outcome in outcomes if outcome.succeeded],
        "limits": [*(str(limit) for limit in LIMITS()), *limits],
    }


def LIMITS() -> list[str]:  # noqa: N802
    """What no attack of the suite can show, said plainly."""
    return [
        _(
            "Wer selbst auf einen Link klickt und seine Klicks mitzählt, kennt einen Teil einer Zahl und "
            "kann den Rest enger eingrenzen als andere."
        ),
        _(
            "Nicht versucht wird, was nur während des Klickens geht: die Leitung abhören, den Server "
            "übernehmen."
        ),
    ]


def signed(content: Content) -> Content:
    """Content and signature (Ed25519, the first of `SIGNING_KEYS`)."""
    return {"report": content, "signature": authenticity.sign(authenticity.canonical(content))}


def write(path: Path, report: Content) -> None:
    """Write it whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f"{path.suffix}.part")
    draft.write_text(json.dumps(report, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    draft.replace(path)


def verified(path: Path) -> Content:
    """The content of a report that is exactly as one of our keys signed it.

    Raises:
        BadReport: it cannot be read, or was changed, or signed by somebody else.
    """
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
        content, signature = report["report"], report["signature"]
        fits = authenticity.verify(authenticity.canonical(content), signature)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadReport(_("{path} ist kein Bericht der Angriffe.").format(path=path)) from error
    if not fits:
        raise BadReport(
            _("{path} wurde verändert oder nicht von diesem Dienst unterschrieben.").format(path=path)
        )
    return content


def last() -> Content | None:
    """The last report about the live configuration, if it is there and untouched."""
    try:
        return verified(folder() / FILE)
    except BadReport:
        return None
