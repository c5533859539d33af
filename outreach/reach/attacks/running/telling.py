"""A report in plain words, for the terminal."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from outreach.reach.attacks.knowledge.claims import grouped

_WIDTH = 100


def told(content: dict[str, Any]) -> str:
    """What was attacked, what every attack learned, and the verdict."""
    head = _("Angriffe auf {against}: {figures} Zahlen in {tables} veröffentlichten Tabellen, {at}").format(
        against=content["against"],
        figures=grouped(content["figures"]),
        tables=content["tables"],
        at=content["made_at"],
    )
    lines = [head, ""]
    for one in content["attacks"]:
        lines += [*_one(one), ""]
    lines += [_("Was diese Angriffe nicht zeigen:"), *(_indented(limit) for limit in content["limits"]), ""]
    return "\n".join([*lines, verdict(content)])


def _one(one: dict[str, Any]) -> list[str]:
    state = _("GELUNGEN") if one["succeeded"] else _("gescheitert")
    lines = [f"{one['title']} ({one['name']}): {state}, {one['seconds']:.1f} s", _indented(one["about"])]
    lines += [_indented(sentence) for sentence in one["learned"]]
    if one["claims"]:
        lines.append(
            _indented(
                _(
                    "{claims} Behauptungen: {right} treffen Geschütztes, {wrong} nicht, {open} unentschieden."
                ).format(claims=one["claims"], right=one["right"], wrong=one["wrong"], open=one["undecided"])
            )
        )
    return lines + [_indented(f"→ {example}") for example in one["examples"]]


def _indented(text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent="  ", subsequent_indent="    ")


def verdict(content: dict[str, Any]) -> str:
    """One sentence."""
    number = len(content["succeeded"])
    if not number:
        return _("Kein Angriff ist gelungen.")
    return ngettext(
        "%(number)d Angriff ist gelungen: %(names)s.", "%(number)d Angriffe sind gelungen: %(names)s.", number
    ) % {"number": number, "names": ", ".join(content["succeeded"])}


def genuine(content: dict[str, Any]) -> str:
    """What `--verify` says of a report that is as it was signed."""
    return _("Der Bericht ist echt: {city}, {at}, {against}. {verdict}").format(
        city=content["city"], at=content["made_at"], against=content["against"], verdict=verdict(content)
    )


def unknown(names: list[str], known: list[str]) -> str:
    """For a wrong `--only`."""
    return _("Diese Angriffe gibt es nicht: {names}. Es gibt: {known}.").format(
        names=", ".join(names), known=", ".join(known)
    )


def written(path: Path) -> str:
    """Where the report went."""
    return _("Unterschriebener Bericht: {path}").format(path=path)
