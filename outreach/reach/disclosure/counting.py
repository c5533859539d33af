"""The sums of noisy answers, in the form tables are made of. Only releases read them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from django.utils.translation import gettext as _

from outreach.profile import city
from outreach.reach.disclosure import questions
from outreach.reach.disclosure.models import Tally
from outreach.reach.releases import labels
from outreach.reach.releases.calendar import Period
from outreach.reach.releases.registry import Atom, Source

DIMENSIONS = ("posting", "definition", "epsilon", "answer")
Question = Tally.Question


def counted(question: str) -> Callable[[Period], dict[Atom, int]]:
    """Period -> {(ad or "", definition, thousandths of epsilon, answer): how often it arrived}."""

    def count(period: Period) -> dict[Atom, int]:
        rows = Tally.objects.filter(question=question, quarter=period.name).order_by("pk")
        found: dict[Atom, int] = {}
        for row in rows:
            about = (str(row.posting_id or ""), row.definition, str(row.epsilon))
            for answer in questions.options(question):  # also those nobody gave: a gap would tell
                found.setdefault((*about, answer), 0)
            found[*about, row.answer] += row.total
        return found

    return count


def asked(definition: str, epsilon: str) -> str:
    """A definition and its noise in one key: "migrationsbiografie:1099"."""
    return f"{definition}:{epsilon}"


def label(keys: Mapping[str, Iterable[str]]) -> dict[str, dict[str, str]]:
    """Definitions by their names in the profile, answers by their German words."""
    names = {one["id"]: one["name"] for one in city()["definitions"]}
    ads = labels.label({"posting": keys["posting"]}) if "posting" in keys else {}
    found: dict[str, dict[str, str]] = {name: {} for name in keys} | ads
    for both in keys.get("asked", ()):
        definition, _colon, epsilon = both.partition(":")
        found["asked"][both] = names.get(definition, definition)
    for definition in keys.get("definition", ()):
        found["definition"][definition] = names.get(definition, definition)
    for answer in keys.get("answer", ()):
        found["answer"][answer] = questions.word(answer, "de")
    for epsilon in keys.get("epsilon", ()):
        found["epsilon"][epsilon] = _("Rauschen {epsilon}").format(epsilon=f"{int(epsilon) / 1000:.2f}")
    return found


DISCLOSURE = Source("disclosure", DIMENSIONS, counted(Question.DISCLOSURE))
HEARD = Source("heard", DIMENSIONS, counted(Question.HEARD))
