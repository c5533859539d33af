"""Pay groups in four bands that can be compared across tables: roughly, and said so.

The bounds follow the entry levels of public service: unskilled, with training, with a first degree, with a
second one. They put different tables side by side; they are no equal pay.
"""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

TRAINING = 0
#: Table -> the last number of the first, second, third band; above is the fourth.
_BOUNDS = {
    "E": (4.0, 9.3, 12.0),  # E 9a is 9.3, E 9b is 9.5
    "S": (0.0, 9.0, 18.0),
    "P": (4.0, 8.0, 16.0),
    "A": (4.0, 9.0, 12.0),
}
_GROUP = re.compile(r"\b(?P<table>E|EG|S|P|A|B)[ ]?(?P<number>\d{1,2})[ ]?(?P<letter>[abc]?)\b")
_LETTERS = {"": 0.0, "a": 0.3, "b": 0.5, "c": 0.7}
_SPELLINGS = {"EG": "E"}


def band(group: str | None, *, apprenticeship: bool = False) -> int | None:
    """0 training, 1 … 4, or None if the ad names no group that we know."""
    if apprenticeship:
        return TRAINING
    match = _GROUP.search(group or "")
    if match is None:
        return None
    table = _SPELLINGS.get(match["table"], match["table"])
    if table not in _BOUNDS:
        return 4 if table == "B" else None
    number = float(match["number"]) + _LETTERS[match["letter"]]
    return 1 + sum(number > bound for bound in _BOUNDS[table])


def names() -> dict[int | None, str]:
    """The bands in words, in order; None for ads without a group."""
    return {
        TRAINING: _("Ausbildung"),
        1: _("bis E 4"),
        2: _("E 5 bis E 9a, S 2 bis S 9, P 5 bis P 8, A 5 bis A 9"),
        3: _("E 9b bis E 12, S 11 bis S 18, P 9 bis P 16, A 10 bis A 12"),
        4: _("ab E 13, ab A 13"),
        None: _("ohne Angabe"),
    }
