"""Questions and cases that the text itself answers kindly."""

from __future__ import annotations

import re

from postings.review.anchors.wording import Wording

# "… Berufsanfängerin? Prima. Sie sind seit dreißig Jahren dabei? Auch prima."
_BOTH_ASKED = re.compile(
    r"\W*(?:(?:[\w ]{1,30}|Auch [^.!?]{1,50})[.!] ?)?[^.!?]{1,80}\?\W*"
    r"(?:Auch|Ebenfalls|Genauso|Ebenso|Beides|Ein gemischtes|Alles|Egal)\b"
)
# "Sie sind gerade erst 21? Ebenso.": as others are
_LIKEWISE = re.compile(
    r"\W*(?:Ebenso|Genauso|Ebenfalls|(?:Geht|Passt|Gilt) auch"
    r"|Oder (?:auch )?(?:nicht|nichts|gar nicht)\? (?:Beides|Egal|Das ist|Alles|Macht)"
    r"|Auch (?:das|gut|prima|schön|richtig|fein|recht))\b"
)
_ALL_THE_SAME = re.compile(
    r"\W*(?:(?:Herzlich |Alle (?:sind )?)?[Ww]illkommen|Alles|Beides|Beide|Alle|Egal|Macht nichts|Jede[rs]?"
    r"|(?:Für )?[Uu]ns ist (?:das |alles |beides )|Das ist (?:uns|bei uns|für uns)|Kein Problem|Wir nehmen"
    r"|Bei uns (?:\w+ )?(?:alle|alles|beides|jede))\b"
)
# "Wenn Deutsch nicht Ihre Erstsprache ist, helfen wir Ihnen": what people bring is met, not asked for.
_HELP = "helfen|unterstützen|begleiten|beraten|finden|reden|sprechen|planen|passen|organisieren|ermöglichen"
_MET = Wording(rf"\b(?:[Ww]enn|[Ff]alls|[Ss]ollten?)\b[^.;:?]{{1,90}}, (?:dann )?(?:{_HELP}|freuen) wir\b")
_MET_AFTER = re.compile(
    rf"\W*(?:Gern(?:e)?\b|Sehr gern|(?:Herzlich )?[Ww]illkommen\b|(?:Dann )?(?:{_HELP}) wir\b"
    rf"|Wir (?:{_HELP})\b"
    r"|(?:Erzähl\w*|Sag\w*)\b[^.;:?]{0,40}\b(?:nur|gern\w*|mag\w*|mögen)\b"
    rf"|Dann (?:bleiben|dürfen|können) Sie\b|(?:Planen|Haben|Machen|Kriegen|Schaffen) wir\b|Kein Problem"
    r"|(?:Im|In|Beim|Bei|Für|Während|Vor|Nach) [^.;:?]{1,40}"
    r"\b(?:bekomm\w+|erhalten|erhältst|gibt es|steht Ihnen|helfen)\b"
    r"|(?:Sie|Du) (?:bekomm\w+|erhalten|erhältst)\b|Es gibt\b"
    r"|(?:Geht|Klappt|Prima|Wunderbar|Glückwunsch)\b"
    rf"|(?:Der|Die|Das|Unsere?) [^.;:?]{{1,50}}\b(?:berät|hilft|unterstützt|begleitet|vermittelt)\b)"
)


def is_open_question(sentence: str, following: str) -> bool:
    """Whether the sentence offers a choice and welcomes all: "Frau, Mann oder nicht-binär? Willkommen!"."""
    return sentence.rstrip().endswith("?") and " oder " in sentence and bool(_ALL_THE_SAME.match(following))


def is_asked_both_ways(sentence: str, following: str) -> bool:
    """Whether the question after it asks for the opposite, and both are fine."""
    if not sentence.rstrip().endswith("?"):
        return False
    return bool(_BOTH_ASKED.match(following) or _LIKEWISE.match(following))


def is_met(sentence: str, following: str) -> bool:
    """Whether the sentence meets what people bring: "Sie haben kleine Kinder? Dann reden wir über Zeiten"."""
    return bool(_MET.search(sentence)) or bool(
        sentence.rstrip().endswith("?") and _MET_AFTER.match(following)
    )
