"""The sentence, or its answer, says that something is not needed or does not count."""

from __future__ import annotations

import re

from postings.review.anchors.wording import Wording

_NEEDED = "nötig|erforderlich|notwendig|entscheidend|Voraussetzung|Bedingung|Pflicht|zwingend|wichtig"
_NEEDED += "|vorgeschrieben|vorausgesetzt|verlangt|gefordert|vonnöten"
# Said of what is asked, never of people: "Alte Hasen brauchen wir nicht" excludes.
_DENIALS = (
    rf"\b(?:ist|sind|wäre|war)\b[^,.;:]{{0,40}}\b(?:nicht|kein\w*)\b[^,.;:]{{0,25}}\b(?:{_NEEDED})",
    rf"\b(?:nicht|kein\w*) (?:\w+ )?(?:{_NEEDED})\b",
    r"\b(?:brauchen|benötigen|müssen) Sie\b[^,.;:]{0,60}\b(?:nicht|kein\w*)\b",
    r"\bSie (?:brauchen|benötigen|müssen)\b[^,.;:]{0,25}\b(?:nicht|kein\w*)\b",
    r"\bbrauchst du\b[^,.;:]{0,40}\b(?:nicht|kein\w*)\b",
    r"\b[Dd]u (?:brauchst|musst) (?:dafür )?(?:nicht|kein\w*)\b",
    r"\b[Nn]iemand\b[^,.;:]{0,50}\b(?:muss|braucht|soll)\b",
    r"\bmuss (?:aber |dabei )?(?:nicht|kein\w*)\b|\bmüssen (?:aber |dabei )?nicht\b",
    r"\b(?:setzen|verlangen|erwarten|fordern) wir\b[^,.;:]{0,30}\b(?:nicht|kein\w*)\b(?! ein\W*$)",
    r"\b[Ww]ir (?:verlangen|erwarten|fordern)\b[^,.;:]{0,25}\b(?:nicht|kein\w*)\b",
    r"\bwird\b[^,.;:]{0,30}\bnicht (?:verlangt|erwartet|vorausgesetzt|abgefragt)",
    r"\bspiel(?:t|en)\b[^,.;:]{0,40}\bkeine(?:rlei)? Rolle",
    r"\b(?:ist|sind) (?:uns |für uns |dabei |bei uns )?(?:ganz |völlig )?"
    r"(?:egal|gleichgültig|nebensächlich|zweitrangig|unwichtig|wurscht|wurst|schnuppe|einerlei)\b"
    r"|\b(?:ist|sind) uns (?:ganz |völlig )?gleich\b",
    r"\bkein(?:e|en)? (?:Hindernis|Nachteil|Ausschluss\w*|Muss|Hinderungsgrund|Kriterium|Makel"
    r"|Drama|Beinbruch|Weltuntergang)\b",
    r"\bfragen wir (?:Sie )?nicht|\b[Ww]ir fragen (?:Sie |dich )?nicht",
    r"\bzähl(?:t|en) (?:für uns |bei uns |hier )?nicht\b",
    r"\bgeh(?:t|en) (?:uns|niemanden) nichts an\b|\btu(?:t|n) (?:hier |für uns )?nichts zur Sache\b",
    r"\b(?:ist|sind|bleibt|bleiben) (?:ganz |allein )?(?:Ihre|deine) "
    r"(?:Sache|Privatsache|Angelegenheit|Entscheidung)\b",
    r"\bnicht (?:unser|das|ein|Ihr|dein) Thema\b"
    r"|^\W*(?:musst|müssen|brauchst|brauchen) (?:\w+ )?(?:nicht|kein\w*)\b",
    r"\bbleib(?:t|en) davon (?:ganz )?unberührt\b",
    r"\bohne (?:Bedeutung|Belang|Einfluss)\b"
    r"|\b(?:hat|haben)\b[^.;:]{0,50}\bkeine(?:rlei|n)? (?:Einfluss|Bedeutung|Auswirkung\w*)",
    r"\bkeine Frage(?:n)?,? (?:die wir|für uns)\b",
    r"\bund nicht nach\b|(?:\bund|,) nicht,? (?:wie alt|woher|wen|woran|wer|mit wem|ob|welche\w*)\b",
    r"\bkein Grund (?:für|zu[mr]?|gegen|ab\w+|nicht)\b|\bsteh(?:t|en)\b[^.;:]{0,40}\bnicht im Weg\b",
    r"\b(?:achten|schauen|sehen|blicken|gucken)\b[^.;:]*\bnicht auf\b",
    r"\bnicht als (?:Maßstab|Kriterium|Hindernis|Nachteil|Makel)\b"
    r"|\bkeine? (?:Maßstab|Messlatte)\b",
    r"\b[Uu]ns auch nicht\b|\b[Ee]benso wenig\b|\bkümmer(?:t|n)\b[^.;:]{0,20}\bnicht\b",
    r"\bschließ\w+ (?:Sie |dich |niemanden |hier )?nicht aus\b"
    r"|\b(?:ist|sind) (?:für uns )?(?:dasselbe|einerlei)\b|\bbehandeln wir (?:\w+ )?gleich\b",
    r"\b(?:machen|gibt es)\b[^.;:]{0,20}\bkeine?n? Unterschiede?\b|\bunterscheiden wir nicht\b",
    r"\binteressier(?:t|en) uns (?:hier |dabei )?nicht\b|\b(?:wollen|müssen) wir (?:gar )?nicht wissen\b",
    r"\bmach(?:t|en) (?:hier |für uns |bei uns )?keinen Unterschied|\bnicht zum Nachteil\b",
    r"\b(?:fragen|fragt) (?:\w+ ){0,2}weder\b|\bweder\b[^.;:]{0,80}\bnoch\b[^.;:]{0,40}"
    r"\b(?:fragen|Rolle|wichtig|entscheide\w*|Vorteil|Nachteil|nötig|gefragt)",
)
_DENIED = Wording("|".join(_DENIALS))
_DENYING = re.compile(r"\b(?:kein\w*|nicht|ohne)\b", re.IGNORECASE)
_BUT = re.compile(r"\b(?:aber|jedoch|sondern|allerdings|doch|solange|sofern|außer|wohl aber)\b")
_BUT_NO = re.compile(r", (?:aber|jedoch|doch) $")
_ANSWER = re.compile(
    r"\W*(?:Von wegen|Irrtum|Quatsch|Längst (?:nicht|vorbei)|Das war (?:gestern|einmal)"
    r"|(?:Das )?(?:[Bb]rauchen|[Mm]üssen) Sie (?:\w+ )?nicht|Nein\b"
    r"|Nicht (?:nötig|wichtig|bei uns|erforderlich)|Egal\b|Spiel(?:t|en) (?:\w+ )*keine Rolle|Muss nicht"
    r"|Kein(?:e|en)? (?:Problem|Muss|Voraussetzung|Pflicht|Hindernis|Sorge|Thema)|Das fragen wir nicht"
    r"|(?:Das )?(?:[Ii]st|[Ss]ind) (?:\w+ )?(?:nicht nötig|egal|kein)|Alles willkommen"
    r"|Beides (?:ist|passt|geht))"
)
# "Ihre Muttersprache ist nicht Deutsch? Umso besser": what someone lacks, and it is fine.
_LACKS = re.compile(r"\b(?:nicht|kein\w*|nie)\b")
_ALL_RIGHT = re.compile(
    r"\W*(?:Umso (?:besser|schöner|lieber)|Prima|Super|Wunderbar|Toll|Schön|Gut so|Sehr gut|Auch gut"
    r"|Das macht nichts|Macht nichts)\b"
)
# What a reader asks: "Darf ich mich mit Kopftuch bewerben? Selbstverständlich."
_MAY_I = Wording(r"\b(?:[Dd]arf|[Kk]ann|[Dd]ürfen|[Kk]önnen) (?:ich|man|wir)\b")
_YOU_MAY = re.compile(
    r"\W*(?:Ja|Jawohl|Selbstverständlich|Natürlich|Klar|Na klar|Aber (?:ja|sicher|gern\w*)|Gern\w*|Sicher"
    r"|Sehr gern|Unbedingt|Und ob|Auf jeden Fall|Jederzeit|Kein Problem)\b"
    r"(?![^.!?]*\b(?:aber|nur|außer|sofern|wenn)\b)"
)
_EITHER = re.compile(r"\W*(?:Ob|Egal,? ob|Gleich,? ob|Ganz gleich,? ob)\b[^.;:]{1,90}\boder\b")
# "Gläubig, zweifelnd oder nichts davon: Das ist uns gleich"
_EITHER_WAY = Wording(
    r"\boder\b[^.;:]{1,60}[:–-] ?(?:[Aa]lle|[Aa]lles|Das|Beides|Jede[rs]?|Sie sind|Du bist)\b[^.;:]{0,40}"
    r"\b(?:willkommen|gleich|egal|recht|richtig|in Ordnung|gut|prima|schön|fein)\b"
    # "Kinderlos, kinderreich, alleinerziehend: Die Dienstpläne nehmen auf alle Rücksicht."
    r"|^\W*[\w-]+, (?:[\w-]+, )*[\w-]+(?: (?:oder|und) [\w-]+)?[:–-] ?"
    r"[^.;:]{1,60}\b(?:alle|allen|jede\w*|niemand\w*)\b"
)
# "für die Auswahl ohne Bedeutung": said of choosing, not "spielt keine Rolle, solange es privat bleibt".
_CHOICE = (
    r"für (?:die|unsere|diese|den) (?:\w+ )?"
    r"(?:Auswahl|Entscheidung|Einstellung|Besetzung|Stelle|Bewerbung|Dienst|Arbeit|Aufgabe)"
)
_NO_MATTER = (
    r"(?:ohne (?:Bedeutung|Belang|Einfluss)|unerheblich|bedeutungslos|nicht (?:wichtig|entscheidend)"
    r"|kein\w* (?:Rolle|Bedeutung|Kriterium)|egal|gleichgültig)"
)
_IMMATERIAL = Wording(
    rf"{_CHOICE}\b[^.;]{{0,140}}\b{_NO_MATTER}|\b{_NO_MATTER}\b[^.;]{{0,20}}{_CHOICE}"
    r"|\bkein (?:Auswahlgrund|Auswahlkriterium|Einstellungskriterium)",
)


def is_denied(sentence: str, start: int, end: int, following: str = "") -> bool:
    """Whether the sentence says that this is not needed; start and end are those of the words in it.

    A question may be answered in the sentence after it: "Deutsch als Muttersprache? Nicht nötig!"
    """
    if _DENYING.search(sentence, start, end):
        return False
    asks = sentence.rstrip().endswith("?")
    if asks and (_ANSWER.match(following) or (_LACKS.search(sentence) and _ALL_RIGHT.match(following))):
        return True
    if asks and _MAY_I.search(sentence) and _YOU_MAY.match(following):
        return True
    if _EITHER_WAY.search(sentence):
        return True
    either = _EITHER.match(sentence)
    if either and start < either.end() + len("anders als dort"):
        return True
    for denial in _DENIED.finditer(sentence):
        if denial.start() < end and start < denial.end():
            return True
        between = sentence[end : denial.start()] if end <= denial.start() else sentence[denial.end() : start]
        if denial.start() >= end:
            between = _BUT_NO.sub("", between)  # "hilfreich, aber nicht Bedingung"
        if not _BUT.search(between) and ";" not in between:
            return True
    return False


def is_immaterial(sentence: str) -> bool:
    """Whether the sentence says that this does not count when someone is chosen, without a but."""
    return bool(_IMMATERIAL.search(sentence)) and not _BUT.search(sentence)
