"""Say of a small group that somebody of it was there, or nobody.

**What we decided about sums and lowest brackets.** "Nobody" is a claim about any count, also about a sum over
a quarter: it is true of each one behind it. So no zero is ever printed, and the lowest bracket of every
figure begins at 0. "Somebody" is a claim where a count is of persons, and in the finest cells (an ad on a
channel). Of a *sum of openings* (a family's ads on a channel, in a quarter) it is none: to know that one of
several ads was opened at least once, nobody knows by whom, tells of no person; and to hide it would be to
hide every sum that is shown, for each says "somebody". Where a channel is one small association and even that
would be about persons, `rarity` claims it. The protection page tells readers the same.

**With noise** it is one, of every sum: there a number shown is promised to be at least the threshold for
certain (`protection.noise`), and a 6 that can only have come from 1 … 11 is neither that nor hidden.
"""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from outreach.reach.attacks.knowledge.building import is_cumulative
from outreach.reach.attacks.knowledge.claims import Claim, grouped
from outreach.reach.attacks.registry import Found, Outlook

NAME = gettext_lazy("Zugehörigkeit")
ABOUT = gettext_lazy(
    "Behauptet von einer kleinen Gruppe (ein Verein, eine Sprache, eine Woche) mit Gewissheit: Es war jemand "
    "da, oder es war niemand da."
)


def attack(outlook: Outlook) -> Found:
    """Counts that are certainly 0; small counts that are certainly not 0.

    How often "somebody" is known of a growth or a sum of openings, which is no claim, is told.
    """
    found, undecided, known = Found(), 0, 0
    for name, (quantity, table) in outlook.system.asked.items():
        lower, upper = outlook.system.unknowns.bounds(name)
        if lower >= table.threshold:
            continue
        coarse = quantity.since is not None or (table.method == "rounding" and not is_cumulative([table]))
        if upper == 0 or (lower > 0 and not (coarse and table.protection_class != "persons")):
            found.claims.append(Claim(quantity, lower, upper, threshold=table.threshold))
        known += lower > 0
        undecided += lower == 0
    found.learned.append(
        _("Bei {number} kleinen Zahlen bleibt offen, ob überhaupt jemand da war.").format(
            number=grouped(undecided)
        )
    )
    if known:
        found.learned.append(
            _("{number}-mal ist von einem Zuwachs oder einer Summe bekannt: mindestens ein Aufruf.").format(
                number=grouped(known)
            )
        )
    return found
