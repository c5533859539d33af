"""What people get or may do: a sentence that gives asks for nothing."""

from __future__ import annotations

import re

from postings.review.anchors.wording import Wording

_GIVEN = Wording(
    r"\b(?:bekommen|bekommst|erhalten|erhältst) (?:Sie|du)\b|\b(?:Sie|[Dd]u) (?:bekommst|erhältst|erhalten)\b"
    r"|\b(?:schützen|stärken) wir\b"
    r"|\b(?:bieten|stellen(?! wir uns\b)|zahlen|übernehmen|organisieren|finanzieren|besorgen|richten|helfen"
    r"|unterstützen) wir\b"
    r"|\b[Ww]ir (?:bieten|stellen(?![^.;:]*\bein\W*$)|zahlen|übernehmen|organisieren|finanzieren"
    r"|besorgen|begleiten|helfen|unterstützen|planen|richten)\b"
    r"|\b(?:organisiert|vermittelt|übernimmt|bezahlt|ermöglicht) (?:das|die|der|unser\w*)\b"
    r"|\bWer\b[^.;:]{1,80}, (?:bekommt|erhält|darf|kann|tauscht|wechselt)\b"
    r"|\b(?:Arbeitszeit|Dienstpl[aä]n|Homeoffice|Teilzeit|Gleitzeit|Schicht)\w*\b[^.;:]{0,80}"
    r"\b(?:anpassen|anzupassen|richten|abstimmen|wählen|tauschen|einteilen)\b"
    r"|\b(?:Ihre|[Dd]eine) (?:Kinder|Familie|Angehörigen?) (?:dürfen|darf|bekommen|bekommt|erhalten|erhält)\b"
    r"|\bfür (?:\w+ ){0,2}(?:Schwangere|Stillende)\b[^.;:]{0,30}\b(?:geeignet|zugänglich|da)\b"
    r"|\bgibt es\b|\b[Ee]s gibt\b|\b(?:steht|stehen) (?:Ihnen|dir|allen)\b|\bIhnen zur Verfügung\b"
)
# "Wer stottert, darf sich Zeit lassen": a leave, not a ban
_LEAVE = Wording(
    r"\b[Ww]er\b[^.;:]{1,80}, darf\b"
    r"(?![^.;]*\b(?:nicht|kein\w*|nie|nur|anderswo|woanders|gehen|fort|draußen)\b)"
    r"|\b(?:Ihre|[Dd]eine|Eure) (?:Kinder|Familie|Angehörigen?) (?:dürfen|darf|können|kann)\b"
    r"(?![^.;]*\b(?:nicht|kein\w*|nie|nur|warten|zurück\w*)\b)"
    # "Assistenzhunde dürfen mit ins Büro", "Ihren Glauben dürfen Sie zeigen", "Eine Sehhilfe ist erlaubt"
    r"|^(?![^.;]*\b(?:nicht|keine?[nrs]?(?! Problem)|nie|nur|zu Hause|aber|solange|wenn)\b)[^.;]*"
    r"(?:\b(?:dürfen|darf) (?:Sie |hier |bei uns |gern |auch )*"
    r"(?:mit(?:kommen)?|zeigen|tragen|feiern|mitbringen|behalten|beten|dabei)\b"
    r"|\b(?:können|kann) (?:Sie |hier |bei uns )*(?:selbstverständlich|natürlich|jederzeit) [^.;:]{0,40}"
    r"(?:tragen|zeigen|feiern|mitbringen|beten)\b"
    r"|\b(?:ist|sind) (?:\w+ )?erlaubt\b|\b(?:ist|sind) (?:\w+ ){0,3}selbstverständlich möglich\b)"
)
_NEGATION = re.compile(r"\b(?:kein\w*|nicht|nie|niemand\w*|muss|müssen|sollte\w*|darf|dürfen|für alle)\b")
_CASE = re.compile(r"\b(?:wenn|falls|damit|sodass|solange|sobald)\b[^,.;:]*")


def is_given(sentence: str) -> bool:
    """Whether the sentence tells what people get: "In der Kantine gibt es Essen ohne Schwein"."""
    return bool(_LEAVE.search(sentence)) or (bool(_GIVEN.search(sentence)) and not is_negated(sentence))


def is_negated(sentence: str) -> bool:
    """Whether the sentence denies or orders something, not in the case it is for: "wenn das nicht geht"."""
    return bool(_NEGATION.search(_CASE.sub("", sentence)))
