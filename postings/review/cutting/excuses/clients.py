"""Whom the work is for: a sentence that tells of clients asks nothing of those who apply."""

from __future__ import annotations

import re

_THEY = (
    r"(?:Klient|Bewohn|Patient|Besucher|Ratsuchend|Leistungsberechtigt|Pflegekind|Fahrgäst|Badegäst|Schüler"
    r"|Kursteilnehm|Teilnehmend|Adressat)\w*|Gäste"
)
_THE_YOUNG = r"(?:\w+-)?(?:Kita)?[Kk]inder|Jungen|Mädchen|Jugendliche[nr]?"
_DO = (
    "sind|haben|leben|wohnen|kommen|dürfen|gehören|sprechen|brauchen|spielen|lernen|feiern|stammen|werden"
    "|bringen|suchen|finden|erleben|essen|schlafen|sitzen|gehen|sehen|hören|tragen|nutzen|benutzen|warten|weinen|sterben"
)
_OF_THEM = re.compile(
    r"\W*Jede[rs]? (?:zweite|dritte|vierte|fünfte|sechste|siebte|achte|zehnte)\b|"
    # "Ihre Kinder" are those of the applicant
    rf"\W*(?:(?:Ihre|[Dd]eine) (?:[a-zäöüß]+e[nr]? )?(?={_THEY})"
    rf"|(?:[Uu]nsere|Die|Viele|Manche|Einige|Alle|Zwei|Drei|Vier|\d+)(?: (?:unserer|der))? )?"
    rf"(?:(?!(?:ihre|deine|eigene)\b)[a-zäöüß]+e[nr]? ){{0,2}}(?:{_THEY}|{_THE_YOUNG})"
    rf"(?:,? (?:mit|ohne|aus|in|im|unserer|der|und|bis|ab|von)\b[^.;:!?]{{0,80}}?)? (?:{_DO})\b"
    r"(?! (?:Sie|du|ihr)\b)"
)
# "Viele sind an Demenz erkrankt": some of those of whom the sentence before tells.
_SOME = re.compile(
    rf"\W*(?:Viele|Manche|Einige|Etliche|Mehrere|Andere|Fast alle)(?: von ihnen| davon)? (?:{_DO})\b"
)
# "Manche Menschen haben Demenz, andere hören schlecht": told of people at large.
_SOME_PEOPLE = re.compile(
    r"\W*(?:Viele|Manche|Einige|Etliche) (?:[a-zäöüß]+e )?(?:Menschen|Familien"
    rf"|Hochbetagte|Alte|Ältere|Kranke) (?:{_DO})\b"
)
_HERE = re.compile(r"\b(?:[Bb]ei uns|[Hh]ier|[Ww]ir|[Uu]ns(?:er\w*)?|nicht|schwer|Sie|[Dd]u)\b")
_SERVED = re.compile(
    rf"\b(?:{_THEY}|{_THE_YOUNG}|Menschen|Familien|Personen)\b[^.]*\b(?:leben|wohnen|kommen|besuchen|ankommen|an)\b"
    rf"|\b(?:leben|wohnen|kommen|betreuen|begleiten|beraten|besuchen|pflegen|versorgen)\b[^.]*"
    rf"\b(?:{_THEY}|{_THE_YOUNG}|Menschen|Familien|Personen)\b"
)
_OF_APPLICANTS = re.compile(
    r"\b(?:lieber|bevorzug\w*|gewohnt|erwarten|wünschen|verlangen|ungeeignet|überfordert|verloren|fehl am"
    r"|(?:für|bei) (?:Sie|Ihnen|dich|dir)|Grund|Thema|Problem|Hindernis|Fehl\w+|versorgt|aus dem Haus|groß"
    r"|Bewerb\w*|[Tt]eam|Kolleg\w*|Ausbildung\w*|eingestellt|nur)\b"
)


def is_of_clients(sentence: str, before: str = "") -> bool:
    """Whether it says how clients are: "Ihre Klientinnen sind oft sehr jung oder alleinstehend"."""
    if _OF_APPLICANTS.search(sentence):
        return False
    if _OF_THEM.match(sentence) or (_SOME_PEOPLE.match(sentence) and not _HERE.search(sentence)):
        return True
    last = re.split(r"[.!?]\s", before.rstrip().rstrip(".!?"))[-1]
    return bool(_SOME.match(sentence) and _SERVED.search(last) and not _OF_APPLICANTS.search(last))
