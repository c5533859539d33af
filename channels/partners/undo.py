"""What was just done, in a signed link: the page can say so and take it back without a session."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from channels.models import HandOff, Partner
from channels.partners import page, tokens
from channels.partners.handoffs import handing_off
from channels.partners.participation import membership, preferences


def remember(partner: Partner, what: str, **how_it_was: Any) -> str:
    """A token for the address of the page; only for this partner."""
    return tokens.sign("undo", [partner.pk, what, how_it_was])


def recall(partner: Partner, token: str) -> tuple[str, dict[str, Any]] | None:
    """What was done and how it was before; None if the token is not for this partner."""
    pk, what, how_it_was = tokens.read("undo", token) or (None, "", {})
    return (what, how_it_was) if pk == partner.pk else None


def sentence(what: str, how_it_was: dict[str, Any]) -> str:
    """What the page says about it."""
    if what == "handed_off":
        word = dict(HandOff.How.choices).get(how_it_was.get("how", ""), "")
        return _("Danke! Notiert: {word}.").format(word=word)
    return {
        "taken_down": _("Danke fürs Abnehmen!"),
        "said_where": _("Gespeichert. Danke!"),
        "no_day": _("Dieses Datum gibt es nicht. Bitte wählen Sie es noch einmal, zum Beispiel 31.01.2027."),
        "preferences": _("Gespeichert."),
        "paused": _("Sie haben jetzt Pause."),
        "resumed": _("Die Pause ist beendet."),
        "stopped": _("Sie sind abgemeldet. Danke für Ihre Hilfe!"),
        "joined": _("Willkommen! Sie sind dabei."),
        "undone": _("Rückgängig gemacht."),
    }.get(what, "")


def can_undo(what: str) -> bool:
    return what not in ("undone", "joined", "said_where", "no_day")


@transaction.atomic
def undo(partner: Partner, what: str, before: dict[str, Any]) -> None:
    """Put it back as it was."""
    if what in ("handed_off", "taken_down"):
        delivery = page.own_delivery(partner, before["delivery"])
        if delivery and what == "handed_off":
            handing_off.undo(delivery, before["how"])
        elif delivery:
            handing_off.hang_again(delivery)
    elif what == "preferences":
        preferences.restore(partner, before["fields"])
    elif what in ("paused", "resumed"):
        until = before["until"]
        membership.pause(partner, datetime.date.fromisoformat(until) if until else None)
    elif what == "stopped":
        membership.confirm(partner)
