"""Words that are part of a name: of a person, a title, an office."""

from __future__ import annotations

import functools
import re

from postings.review.anchors.wording import Wording
from postings.review.german.vocabulary.lexicon import DATA

_NAME = Wording(
    r"(?<!\b[Ee]ine )(?<!\b[Dd]ie )(?<!\b[Ii]hre )(?<!\b[Ii]hrer )(?<!\b[Jj]ede )"
    r"\b(?:Frau|Herrn?|Hr\.|Fr\.)[ \u00a0]"
    r"(?:(?:Dr|Prof|Dipl)\.(?:-\w+\.?)?[ \u00a0]){0,3}((?:[A-ZÄÖÜ][\w.-]*[ \u00a0]){0,2}[A-ZÄÖÜ][\w-]+)"
)
_NAMED_YOUNG = re.compile(r"Jung(?:e|en|er|es)\b")
# "Leitung der Beratungsstelle für sexuelle Gesundheit": what an office is for.
_BODY_FOR = re.compile(
    r"(?:\w+(?<!zeit)(?<!tags)(?<!Plan)(?<!Arbeits)stelle|[Aa]mt(?:e?s)?|[Bb]üros?|[Zz]entrums?|[Rr]eferats?|[Dd]ienste?s?|[Aa]bteilung|[Bb]ereichs?"
    r"|[Aa]nsprech(?:person|partner\w*)|[Ll]ehrstuhle?s?|[Ii]nstitute?s?|[Pp]rofessur|[Ff]akultät|[Ss]eminars?"
    r"|[Nn]etzwerks?|[Bb]eirate?s?|[Bb]eauftragte[nr]?|[Bb]eratung|[Ii]nitiative|[Ss]tiftung|[Vv]ereins?)"
    r" (?:für|gegen|zu|zum|zur)(?: [\w*:-]+,?){0,3} ?$"
    # "die Selbsthilfegruppe Parkinson"
    r"|\b(?:Selbsthilfegruppe|Ortsgruppe|Fachstelle|Beratungsstelle|Anlaufstelle|Arbeitskreis|Runde Tisch)n?"
    r"(?: (?:[A-ZÄÖÜ][\w-]+,?|und|sowie)){0,3} $"
    # "im Sachgebiet Mutterschutz", "Fachdienst Jugend und Familie"
    r"|\b(?:(?:Sach|Fach)gebiet|Dezernat|Referat|Fachbereich|Fachdienst|Fachgruppe)(?:e?s)?:?"
    r"(?: (?:[A-ZÄÖÜ][\w-]+,?|und|sowie)){0,3} $"
)
# "Die Statue der jungen Frau am Brunnen": a picture of somebody is nobody.
_PICTURE = re.compile(
    r"\b(?:\w*[Ss]tatuen?|\w*[Ss]kulptur(?:en)?|\w*[Gg]emälden?s?|\w*[Pp]orträts?|\w*[Bb]ildniss?e?s?|\w*[Bb]üsten?"
    r"|\w*[Ff]igur(?:en)?|\w*[Dd]enkm[aä]le?r?s?|\w*[Ff]resk(?:o|en)|Mumien?|Masken?|Puppen?|Kostüme?|Grabmale?)"
    r" (?:der|des|einer|eines|von|vom|von der)(?: [\w-]+){0,2} ?$"
)
_PROPER = re.compile(
    r"(?:[A-ZÄÖÜ][\w*:-]+|\b(?:auf|bei|beim|für|an|mit|von|zu|zum|zur|der|die|das|dem|des|und|über|aus"
    r"|Titel)) [„\"»]$"
)
_IN_ROW = re.compile(r"[“”«\"](?:,| und| oder)? [„»]$")  # of a row of titles: „…“, „…“
_ROW_GOES_ON = re.compile(r"[^“”«\"„»]*[“”«](?:,| und| oder) [„»]")

# "Formulierungen wie „junges Team“ oder „belastbar“": words that are spoken of
_MENTIONED = re.compile(
    r"\b(?:Formulierung\w*|Begriff\w*|Wört\w*|Wort\w*|Floskel\w*|Ausdr[uü]ck\w*|Schlagw[oö]rt\w*|Sätzen?|Sprüchen?"
    r"|Anzeigen)(?: \w+){0,2} \(?(?:[„»\"][^“”«\"]{1,40}[“”«\"](?:,| und| oder) ){0,6}[„»\"]$"
)


@functools.cache
def first_names() -> frozenset[str]:
    """First names; some rare ones are missing."""
    return frozenset((DATA / "first_names.txt").read_text(encoding="utf-8").split())


def is_in_name(sentence: str, start: int, end: int) -> bool:
    """Whether the words are part of a person's name: "Fragen beantwortet Frau Jung"."""
    before, after = sentence[:start].split(), sentence[end:].split()
    if before and before[-1].istitle() and _NAMED_YOUNG.match(sentence, start):
        return True  # "das Netzwerk Junge Verwaltung"
    if len(after) > 1 and after[0].istitle() and after[0] in first_names() and after[1][:1].isupper():
        return True  # "die Krankenschwester Agnes Karll"
    if (
        before
        and sentence[start].isupper()
        and before[-1] in first_names()
        and " " not in sentence[start:end]
    ):
        return True
    return any(name.start() <= start and end <= name.end(1) for name in _NAME.finditer(sentence))


def is_depicted(sentence: str, start: int) -> bool:
    """Whether the words tell whom a work of art shows: "die Statue der jungen Frau"."""
    return bool(_PICTURE.search(sentence, max(0, start - 60), start))


def is_quoted_name(sentence: str, start: int, end: int) -> bool:
    """Whether the words are in a name or title in quotation marks: "Kita „Regenbogen“"."""
    opened = max(sentence.rfind(mark, 0, start) for mark in '„»"')
    if opened < 0 or re.search("[“”«]", sentence[opened + 1 : start]):
        return False
    if _MENTIONED.search(sentence, 0, opened + 1):
        return True
    if not sentence[opened + 1 : opened + 2].isupper() or not re.search('[“”«"]', sentence[end : end + 80]):
        return False
    if re.match('[“”«"]-', sentence[end : end + 2]):
        return True  # "die „Gastarbeiter“-Generation"
    before = sentence[: opened + 1]
    return bool(_PROPER.search(before) or _IN_ROW.search(before) or _ROW_GOES_ON.match(sentence, end))


def is_of_body(sentence: str, start: int) -> bool:
    """Whether the words say what an office is for: "die Beratungsstelle für sexuelle Gesundheit"."""
    return bool(_BODY_FOR.search(sentence, max(0, start - 80), start))
