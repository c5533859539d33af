"""How figures are protected: the numbers of the city's profile (`[reach]`) and the switches of the attack
tests.

Everything that protects asks `current()`, every time: so a test can change one thing and see what breaks.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

from django.conf import settings as django_settings

from outreach.profile import city

METHODS = ("rounding", "cell-key")
CLICKS, PERSONS = "clicks", "persons"


@dataclass(frozen=True)
class Protections:
    """One switch per protection. All are on; `REACH_SWITCHED_OFF` names those that a test switches off."""

    #: Counts below the threshold, and zeros, are hidden.
    primary: bool = True
    #: Sums are coarse where they would tell a cell, proven by a solver.
    secondary: bool = True
    #: Counts are rounded (or noisy); off: exact.
    rounding: bool = True
    #: Figures come late and by the week; off: at once, by the day.
    delay: bool = True
    #: A new table is checked against all earlier ones.
    ledger: bool = True
    #: Noisy releases stop when the year's budget is spent.
    budget: bool = True
    #: The same cell gets the same noise; off: fresh noise every time.
    keyed: bool = True


@dataclass(frozen=True)
class Settings:
    """The section `[reach]` of the city's profile."""

    #: Counts of retrievals below it are hidden; one person causes many.
    threshold: int = 5
    #: The same for counts of persons (applications, answers).
    persons_threshold: int = 5
    #: Width of the grid numbers are rounded to. Thresholds are multiples of it.
    base: int = 5
    #: "rounding", or "cell-key": noise on tables of a closed period.
    method: str = "rounding"
    #: Days from Monday 00:00, the end of what is counted, to the release at 06:00.
    delay_days: int = 1
    #: Weeks after a quarter's end until its ads are counted and released.
    settle_weeks: int = 2
    #: Persons: a cell is hidden if one ad makes up more than this share of it.
    dominance: float = 0.9
    #: Noise: at most so far from the truth, and its privacy loss per table.
    noise_width: int = 5
    noise_epsilon: float = 0.5
    #: The noisy tables of one measure and year may lose so much in sum.
    budget_per_year: float = 8.0
    protections: Protections = field(default_factory=Protections)

    def threshold_for(self, protection_class: str) -> int:
        """The smallest number that is shown."""
        return self.persons_threshold if protection_class == PERSONS else self.threshold


#: key -> smallest and largest allowed value; ints and floats.
LIMITS: dict[str, tuple[float, float]] = {
    "threshold": (3, 100), "persons_threshold": (3, 100), "base": (3, 100), "delay_days": (1, 28),
    "settle_weeks": (1, 26), "dominance": (0.5, 1.0), "noise_width": (2, 50), "noise_epsilon": (0.05, 3.0),
    "budget_per_year": (0.1, 100.0),
}  # fmt: skip


def current() -> Settings:
    """The settings in force. Unusable ones (told by the system checks) are replaced by the defaults."""
    given = city().get("reach", {})
    given = given if isinstance(given, dict) else {}
    known = {key: given[key] for key in (*LIMITS, "method") if key in given and not wrong(key, given[key])}
    off = tuple(django_settings.REACH_SWITCHED_OFF)
    found = Settings(**known, protections=Protections(**{name: False for name in off if name in switches()}))
    fits = not (found.threshold % found.base or found.persons_threshold % found.base)
    return found if fits else Settings(protections=found.protections)


def switches() -> tuple[str, ...]:
    """The names of all protections."""
    return tuple(item.name for item in fields(Protections))


def wrong(key: str, value: Any) -> str:
    """Why a value of `[reach]` cannot be used, in German; empty if it can."""
    if key == "method":
        return "" if value in METHODS else f"„method“ ist keines von: {', '.join(METHODS)}"
    least, most = LIMITS[key]
    kind = float if isinstance(Settings.__dataclass_fields__[key].default, float) else int
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or (kind is int and not isinstance(value, int)) or not least <= value <= most:
        return (
            f"„{key}“ muss eine {'Zahl' if kind is float else 'ganze Zahl'} von {least:g} bis {most:g} sein"
        )
    return ""
