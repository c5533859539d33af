"""What takes the point out of a wording that excludes people elsewhere: it is denied, or part of a name."""

from __future__ import annotations

import functools
import re

from postings.review.german.vocabulary.lexicon import DATA

_NEEDED = "nötig|erforderlich|notwendig|entscheidend|Voraussetzung|Bedingung|Pflicht|zwingend|wichtig"
# Said of what is asked, never of people: "Alte Hasen brauchen wir nicht" excludes.
_DENIALS = (
    rf"\b(?:ist|sind|wäre|war)\b[^,.;:]{{0,40}}\b(?:nicht|kein\w*)\b[^,.;:]{{0,25}}\b(?:{_NEEDED})",
    rf"\b(?:nicht|kein\w*) (?:\w+ )?(?:{_NEEDED})\b",
    r"\b(?:brauchen|benötigen|müssen) Sie\b[^,.;:]{0,60}\b(?:nicht|kein\w*)\b",
    r"\bSie (?:brauchen|benötigen|müssen)\b[^,.;:]{0,25}\b(?:nicht|kein\w*)\b",
    r"\bbrauchst du\b[^,.;:]{0,40}\b(?:nicht|kein\w*)\b",
    r"\b[Dd]u (?:brauchst|musst) (?:dafür )?(?:nicht|kein\w*)\b",
    r"\bmuss (?:aber |dabei )?(?:nicht|kein\w*)\b|\bmüssen (?:aber |dabei )?nicht\b",
    r"\b(?:setzen|verlangen|erwarten|fordern) wir\b[^,.;:]{0,30}\b(?:nicht|kein\w*)\b",
    r"\b[Ww]ir (?:verlangen|erwarten|fordern)\b[^,.;:]{0,25}\b(?:nicht|kein\w*)\b",
    r"\bwird\b[^,.;:]{0,30}\bnicht (?:verlangt|erwartet|vorausgesetzt|abgefragt)",
    r"\bspiel(?:t|en)\b[^,.;:]{0,40}\bkeine(?:rlei)? Rolle",
    r"\b(?:ist|sind) (?:uns |für uns |dabei |bei uns )?(?:ganz |völlig )?"
    r"(?:egal|gleichgültig|nebensächlich|zweitrangig|unwichtig)\b",
    r"\bkein(?:e|en)? (?:Hindernis|Nachteil|Ausschluss\w*|Muss|Hinderungsgrund|Kriterium|Makel)\b",
    r"\bfragen wir (?:Sie )?nicht|\bwir fragen (?:Sie )?nicht",
    r"\bzähl(?:t|en) (?:für uns |bei uns |hier )?nicht\b",
)
_DENIED = re.compile("|".join(_DENIALS))
_DENYING = re.compile(r"\b(?:kein\w*|nicht|ohne)\b", re.IGNORECASE)
_BUT = re.compile(r"\b(?:aber|jedoch|sondern|allerdings|doch|solange|sofern|außer|wohl aber)\b")
_ANSWER = re.compile(
    r"\W*(?:(?:Das )?(?:[Bb]rauchen|[Mm]üssen) Sie (?:\w+ )?nicht|Nein\b"
    r"|Nicht (?:nötig|wichtig|bei uns|erforderlich)|Egal\b|Spielt (?:\w+ )*keine Rolle|Muss nicht"
    r"|Kein(?:e|en)? (?:Problem|Muss|Voraussetzung|Pflicht|Hindernis|Sorge|Thema)|Das fragen wir nicht"
    r"|(?:Das )?(?:[Ii]st|[Ss]ind) (?:\w+ )?(?:nicht nötig|egal|kein)|Alles willkommen"
    r"|Beides (?:ist|passt|geht))"
)
_NAME = re.compile(
    r"(?<!\b[Ee]ine )(?<!\b[Dd]ie )(?<!\b[Ii]hre )(?<!\b[Ii]hrer )(?<!\b[Jj]ede )"
    r"\b(?:Frau|Herrn?|Hr\.|Fr\.)[ \u00a0]"
    r"(?:(?:Dr|Prof|Dipl)\.(?:-\w+\.?)?[ \u00a0]){0,3}((?:[A-ZÄÖÜ][\w.-]*[ \u00a0]){0,2}[A-ZÄÖÜ][\w-]+)"
)

# "Bitte bewerben Sie sich ohne Foto und Geburtsdatum": what is to be left out is not asked for.
_DATA = "Foto|Bild|Geburtsdatum|Geburtsort|Alter|Angaben?|Familienstand|Konfession|Religion"
_LEFT_OUT = re.compile(
    rf"(?<!/)\b(?:ohne|kein\w*) (?:{_DATA})\b|\b(?:ist|sind) freiwillig\b"
    rf"|\b[Ll]assen Sie\b[^.;]{{0,60}}\bweg\b"
    rf"|\bauf [^.;]{{0,40}}\b(?:{_DATA})\b[^.;]{{0,50}}\bverzichten|\bverzichten [^.;]{{0,30}}\b(?:{_DATA})\b"
)
_EVERY_AGE = re.compile(
    r"\b(?:alle|mehrere|drei|vier) (?:Altersgruppen|Generationen)|\bjede[ns]? Alters?\b|altersgemischt"
)
_SEX_REQUIRED = re.compile(r"§ ?8 (?:Abs\w*\.? ?\d+ )?(?:des )?(?:AGG|Allgemeinen Gleich)")
_EITHER = re.compile(
    r"\W*(?:Ob Sie|Ob jung|Ob mit|Egal,? ob|Gleich,? ob|Ganz gleich,? ob)\b[^.;:]{1,90}\boder\b"
)
_SPAN = re.compile(r"\b(\d\d)\b[^.;:]{1,45}?\b(\d\d)\b")
_WIDE, _OLD = 30, 55
_SOUGHT = re.compile(
    r"\b(?:suchen|sucht|gesucht|einstellen|Höchst\w+|Altersgrenze"
    r"|[Bb]ewerben"
    r"|Sie (?:sind|haben|sollten|müssen|dürfen)|[Dd]u (?:bist|solltest))\b"
)


@functools.cache
def first_names() -> frozenset[str]:
    """First names; some rare ones are missing."""
    return frozenset((DATA / "first_names.txt").read_text(encoding="utf-8").split())


def is_every_age(sentence: str) -> bool:
    """Whether it tells of people of every age: "Im Team arbeiten Menschen von 19 bis 64 Jahren"."""
    if _EVERY_AGE.search(sentence):
        return True
    if _SOUGHT.search(sentence):
        return False
    spans = ((int(low), int(high)) for low, high in _SPAN.findall(sentence))
    return any(abs(high - low) >= _WIDE and max(low, high) >= _OLD for low, high in spans)


def requires_a_sex(text: str) -> bool:
    """Whether an ad names the law by which its work requires a sex (§ 8 AGG), as for a women's shelter."""
    return "§" in text and bool(_SEX_REQUIRED.search(text))


def is_left_out(sentence: str) -> bool:
    """Whether the sentence asks to leave such data out, or leaves it to the applicants."""
    return bool(_LEFT_OUT.search(sentence))


def is_denied(sentence: str, start: int, end: int, following: str = "") -> bool:
    """Whether the sentence says that this is not needed; start and end are those of the words in it.

    A question may be answered in the sentence after it: "Deutsch als Muttersprache? Nicht nötig!"
    """
    if _DENYING.search(sentence, start, end):
        return False
    if sentence.rstrip().endswith("?") and _ANSWER.match(following):
        return True
    either = _EITHER.match(sentence)
    if either and start < either.end() + len("anders als dort"):
        return True
    for denial in _DENIED.finditer(sentence):
        if denial.start() < end and start < denial.end():
            return True
        between = sentence[end : denial.start()] if end <= denial.start() else sentence[denial.end() : start]
        if not _BUT.search(between) and ";" not in between:
            return True
    return False


def is_in_name(sentence: str, start: int, end: int) -> bool:
    """Whether the words are part of a person's name: "Fragen beantwortet Frau Jung"."""
    before = sentence[:start].split()
    if (
        before
        and sentence[start].isupper()
        and before[-1] in first_names()
        and " " not in sentence[start:end]
    ):
        return True
    return any(name.start(1) <= start and end <= name.end(1) for name in _NAME.finditer(sentence))
