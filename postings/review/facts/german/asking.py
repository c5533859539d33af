"""Whether an ad asks for German at all, in whatever words: "geschliffenes Deutsch", "wie aus dem Effeff"."""

from __future__ import annotations

import re

from postings.review.anchors.wording import Wording
from postings.review.facts.ad import Ad, Sentence, once
from postings.review.facts.german.level import level

# German as a language: no country, no office, no sign language, no law.
_GERMAN = Wording(
    r"\b(?:Hochd|D)eutsch(?:en|es)?\b(?! (?:Gebärden|Rent|Bahn|Post|Städte|Land|Volk|Recht|Einheit))|"
    r"[Dd]eutschkenntnis|[Dd]eutsche[nr]? (?:Schrift)?[Ss]prach|[Mm]utter-?sprach|[Ll]andessprache|"
    r"[Ss]prachkenntnisse in Deutsch|[Dd]eutschniveau|[Nn]ative (?:[Ss]peaker|German)|"
    r"(?:gut|fließend|flüssig|perfekt|sicher|fehlerfrei|einwandfrei|akzentfrei|tadellos) deutsch\b"
)
# "Sie drücken sich in fehlerfreiem Deutsch aus": no task, however the sentence begins.
_SKILL = re.compile(
    r"\b(?:fließend|flüssig|perfekt|fehlerfrei|einwandfrei|akzentfrei|tadellos|gut)\w* deutsch\b|"
    r"native speaker",
    re.IGNORECASE,
)
# Said in running text, these ask something of people.
_ASKS = re.compile(
    r"\b(?:sehr |wirklich )?(?:gut|best|sicher|fließend|einwandfrei|perfekt|akzentfrei|fehlerfrei|"
    r"gepflegt|tadellos|"
    r"geschliffen|gewandt|ausgezeichnet|hervorragend|ausgeprägt|verhandlungssicher|exzellent|flüssig|"
    r"stilsicher|makellos|klar|ordentlich|ausreichend|solid|fundiert|reines|deutlich|verständlich)\w*|"
    r"\bsprech|\bsprich|beherrsch|ausdrück|verständig|versteh|voraus|erforderlich|notwendig|nötig|brauch|"
    r"verfüg|\bmüssen|sollte|können sie|kannst du|beherzig|wort und schrift|ausschließlich deutsch|"
    r"rechtschreib|grammatik|im griff|als kind|gelernt|muttersprach|mächtig|zwingend|erwarten|niveau",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    r"(?:kein\w*|nicht|ohne|egal|zweitrangig|muss nicht|keine rolle|unwichtig)\b[^.;]{0,40}"
    r"(?:deutsch|muttersprach)(?!kenntnisse in wort)|"
    r"(?:deutsch|muttersprach)\w*[^.;,]{0,45}\b(?:nicht|kein\w*|zweitrangig|egal|unwichtig)\b"
    r"(?! (?:als|an|im|zu) )|"
    r"(?:muttersprach)\w* (?:unterricht|anrede|beratung|angebot)|andere\w? muttersprach|"
    r"deutsch\w* (?:\w+ ){0,4}lernen|deutsch\w* (?:lernst|üben|zu lernen|verbessern|auszubauen)|"
    r"lernen sie|deutschkurs|"
    r"sprachkurs|wir sprechen|"
    r"deutsch zu verbessern|deutsch als (?:fremd|zweit)|deutschunterricht|ihre muttersprache (?:ist|"
    r"sprechen)",
    re.IGNORECASE,
)
_NATIVE_MUST = re.compile(r"deutsch als muttersprache|muttersprache:? deutsch|nicht als fremd", re.IGNORECASE)


@once
def asked(ad: Ad) -> Sentence | None:
    """The sentence in which German is asked for, with a level or without."""
    found = level(ad)
    if found:
        return found.sentence
    return next((sentence for sentence in ad.matching(_GERMAN) if _asks(sentence)), None)


def _asks(sentence: Sentence) -> bool:
    if sentence.offers or sentence.section == "tasks":
        return False
    if _SKILL.search(sentence.text):
        return not _NOT_ASKED.search(sentence.text) or bool(_NATIVE_MUST.search(sentence.text))
    if sentence.is_task:
        return False
    if _NOT_ASKED.search(sentence.text) and not _NATIVE_MUST.search(sentence.text):
        return False
    return sentence.asks or bool(_ASKS.search(sentence.text))
