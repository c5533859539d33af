"""What is asked and how noisy answers are made: the section `[reach.disclosure]` of the city's profile."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from channels import languages
from outreach.profile import city
from outreach.reach.disclosure.estimates import Noise
from outreach.reach.disclosure.models import Tally

Question = Tally.Question
YES_NO = ("yes", "no")
#: How people hear of a job; adapters bring people by some of them, the others are no channels of ours.
WAYS = ("website", "board", "association", "social", "poster", "media", "event", "friends", "other")
#: Group of adapters (folder in `channels/adapters/`) -> the words people know it by.
WAY_OF_GROUP = {
    "web": "website",
    "feeds": "website",
    "boards": "board",
    "machines": "board",
    "mail": "association",
    "people": "association",
    "social": "social",
}
#: With so much noise a person without a script can make it by two coins.
COIN = 1099
_LIMITS = {"epsilon": (0.1, 4.0), "heard_epsilon": (0.1, 4.0)}
_SWITCHES = ("heard", "tokens", "per_posting")


@dataclass(frozen=True)
class Settings:
    """What the city decided.

    Attributes:
        definition: id of the profile's definition that is asked for; "" asks nothing.
        epsilon: privacy loss of that answer; ln 3 tells the truth three times out of four.
        heard: whether it is asked how people heard of the job; `heard_epsilon` is its privacy loss.
        tokens: answers need a token that is given out once per application.
        per_posting: answers are summed up per ad and not only per quarter.
    """

    definition: str = ""
    epsilon: float = math.log(3)
    heard: bool = True
    heard_epsilon: float = 2.0
    tokens: bool = True
    per_posting: bool = False

    @property
    def asks(self) -> bool:
        """False: the page says that nothing is asked."""
        return bool(self.definition) or self.heard

    def epsilon_of(self, question: str) -> int:
        """In thousandths, as it is stored."""
        return round(1000 * (self.epsilon if question == Question.DISCLOSURE else self.heard_epsilon))

    def asked(self) -> list[str]:
        """The questions on the page."""
        asked = [Question.DISCLOSURE.value] if self.definition else []
        return [*asked, Question.HEARD.value] if self.heard else asked


def current() -> Settings:
    """The settings in force. Unusable ones (told by the system checks) are replaced by the defaults."""
    given = _given()
    wrong = {key for key, _sentence in problems()}
    return Settings(**{key: value for key, value in given.items() if key not in wrong})


def problems() -> list[tuple[str, str]]:
    """Keys of `[reach.disclosure]` that cannot be used, each with a German sentence."""
    return [(key, sentence) for key, value in _given().items() if (sentence := _wrong(key, value))]


def _given() -> dict[str, Any]:
    reach = city().get("reach", {})
    given = reach.get("disclosure", {}) if isinstance(reach, dict) else {}
    return given if isinstance(given, dict) else {}


def _wrong(key: str, value: Any) -> str:
    if key == "definition":
        ids = [definition["id"] for definition in city()["definitions"]]
        return "" if value == "" or value in ids else f"„definition“ ist keine von: {', '.join(ids)}"
    if key in _SWITCHES:
        return "" if isinstance(value, bool) else f"„{key}“ muss true oder false sein"
    if key not in _LIMITS:
        return f"„{key}“ gibt es nicht"
    low, high = _LIMITS[key]
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return "" if number and low <= value <= high else f"„{key}“ muss eine Zahl von {low} bis {high} sein"


def options(question: str) -> tuple[str, ...]:
    """The possible answers; KeyError for no question."""
    return {Question.DISCLOSURE.value: YES_NO, Question.HEARD.value: WAYS}[question]


def word(answer: str, language: str) -> str:
    """What an answer is called on the page it is given on. KeyError for one that is no longer asked."""
    way = answer in WAYS
    return languages.get(language).text(f"answer.way.{answer}" if way else f"answer.{answer}")


def noise(question: str, epsilon: int) -> Noise:
    """How the answers of a tally were made noisy."""
    return Noise(len(options(question)), epsilon / 1000)
