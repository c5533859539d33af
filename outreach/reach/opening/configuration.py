"""How openings are counted in this city: `[reach.counting]` of its profile, with defaults that fit most."""

from __future__ import annotations

from typing import Any, NamedTuple

from outreach import profile


class CountingRules(NamedTuple):
    """Every key of `[reach.counting]`, all optional."""

    #: So many days after its end a month's day counters are summed up and thrown away. Releases need the
    #: days of the present month and some more, in case one is late.
    days_kept: int = 45
    #: More openings of one link in a minute, and in a day, than people make (in one process).
    plausible_per_minute: int = 300
    plausible_per_day: int = 5_000
    #: For so many minutes a device counts once per link, in memory only. 0: not at all.
    deduplicate_minutes: int = 0


#: Lowest and highest value of each key. A day is the longest a device may be told from others (REACH.md 2.4).
BOUNDS = {
    "days_kept": (14, 366),
    "plausible_per_minute": (10, 100_000),
    "plausible_per_day": (100, 10_000_000),
    "deduplicate_minutes": (0, 24 * 60),
}


def counting_rules() -> CountingRules:
    """The city's rules. Raises `profile.ProfileError` with a sentence if one cannot be used."""
    return read(profile.city().get("reach", {}).get("counting", {}))


def read(given: Any) -> CountingRules:
    """The rules from the profile's table, checked."""
    if not isinstance(given, dict):
        raise profile.ProfileError("Im Stadtprofil muss „reach.counting“ ein Abschnitt sein.")
    for key, value in given.items():
        if key not in BOUNDS:
            known = ", ".join(BOUNDS)
            raise profile.ProfileError(
                f"Im Stadtprofil gibt es „reach.counting.{key}“ nicht. Möglich: {known}."
            )
        low, high = BOUNDS[key]
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise profile.ProfileError(
                f"Im Stadtprofil muss „reach.counting.{key}“ eine ganze Zahl von {low} bis {high} sein."
            )
    return CountingRules(**given)
