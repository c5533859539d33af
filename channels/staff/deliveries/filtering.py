"""Deliveries by what people ask for: what needs help, what is on its way, what went out."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from channels.models import Delivery

State = Delivery.State
#: Word in the address -> its name and its states. The first one shows everything.
CHOICES = {
    "": (_("Alle"), tuple(State.values)),
    "hilfe": (_("Braucht Hilfe"), (State.FAILED, State.UNCONFIRMED)),
    "unterwegs": (_("Unterwegs"), (State.WAITING, State.SENDING)),
    "gesendet": (_("Gesendet"), (State.SENT,)),
    "nicht": (_("Nicht gesendet"), (State.CANCELLED,)),
}


@dataclass(frozen=True)
class Choice:
    """One link of the filter."""

    word: str
    name: str
    count: int
    chosen: bool


def chosen(word: str | None) -> str:
    """The word if it is one of ours, else "all"."""
    return word if word in CHOICES else ""


def filtered(rows: QuerySet[Delivery], word: str) -> QuerySet[Delivery]:
    """The rows this choice shows."""
    return rows.filter(state__in=CHOICES[word][1])


def choices(rows: QuerySet[Delivery], word: str) -> list[Choice]:
    """All choices with their numbers; one without rows is left out, unless it is the present one."""
    counted = rows.order_by().values_list("state").annotate(number=Count("pk"))
    numbers: dict[str, int] = dict(counted)
    found = [
        Choice(key, str(name), sum(numbers.get(state, 0) for state in states), key == word)
        for key, (name, states) in CHOICES.items()
    ]
    return [choice for choice in found if choice.count or choice.chosen or not choice.word]
