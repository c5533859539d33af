"""Whether a degree or training is asked for: then degrees from abroad must count as well."""

from __future__ import annotations

import re

from postings.review.anchors.wording import Wording
from postings.review.facts.ad import Ad, Sentence, once

_DEGREE = Wording(
    r"ausbildung(?!s(?:jahr|beginn|leit|plan|betrieb|platz|plätze|inhalt|verlauf|vergütung|entgelt|messe|beruf\b|"
    r"abteilung|stätte))|studium(?! generale)|studiengang|studiert|studienabschluss|hochschul|"
    r"bachelor|master\b|"
    r"diplom|\w*brief\b|meisterprüfung|meisterschule|staatsexamen|examen|examinierte?|"
    r"berufsabschluss|schulabschluss|abitur|reifeprüfung|mittlere reife|hochschulreife|realschul|hauptschul|"
    r"sekundarabschluss|laufbahnbefähigung|laufbahngruppe|laufbahn der|befähigung (?:für|zu[mr]|als)|"
    r"approbation|"
    r"staatlich\w* (?:anerkannt|anerkennung|geprüft|prüfung)|\babschluss\b|abschlüsse|qualifikation\b|"
    r"verwaltungslehrgang|angestelltenlehrgang|beschäftigtenlehrgang|verwaltungsprüfung|facharbeiter|"
    r"\(IHK\)|\(HWK\)|\bgelernte[rn]?\b|\bgelernt haben|abgeschlossene lehre|\beine lehre|"
    r"\blehre (?:im|als|in|zu)|\((?:TU|FH|Uni|HS|BA|B\. ?[AE]|M\. ?[AE]|Dipl)\b|"
    r"ingenieur(?:in)?\b|\w{4,}wirt(?:in)?\b|berufsausbildung|"
    r"meister(?:in|\*in|:in)? (?:im|in|der)\b|promotion\b|promoviert|volljurist|zweite\w* staats|"
    r"berufserlaubnis|"
    r"fachwirt|verwaltungsfachangestellt|betriebswirt|zertifikat als|lehramt|habilitation|"
    r"gesundheits- und krankenpfleg|als \w+ ausgebildet|(?:^\W*|(?:sind|bist|eine?n?|als) )ausgebildete|"
    r"meistertitel|\b[BM]\. ?(?:A\b|Sc\b|Eng\b)|akademische\w* (?:hintergrund|grad\b|titel)|gesellenprüfung|"
    r"prüfung bestanden|techniker(?:in|[*:_]in)? (?:der|im|für)|examinierte|"
    r"^\W*(?:pädagogische |geprüfte )?(?:fachkraft (?:für|nach|im)|sozialpädagog|sozialarbeiter)|"
    r"(?:^\W*|(?:sind|bist) )(?:eine? )?geprüfte[rn]?\b",
    re.IGNORECASE,
)
_OTHER_LETTERS = re.compile(r"\b(?:steck|an|rund|info|mutter|eil|ein)brief|\bbrief\b", re.IGNORECASE)
# Names of degrees: where one stands alone, it is asked for.
_CERTIFICATE = re.compile(
    r"gesellenbrief|meisterbrief|meisterprüfung|facharbeiterbrief|hochschulstudium|bachelor|staatsexamen|"
    r"hauptschulabschluss|realschulabschluss|mittlere reife|abitur|befähigung für|staatlich anerkannt|"
    r"angestelltenlehrgang|beschäftigtenlehrgang|approbation|abgeschlossene|"
    r"ausbildung oder (?:eine )?vergleichbar|studium der|\bausgebildete|examinierte|volljurist|"
    r"(?:sind|bist) (?:eine? )?(?:gelernte|geprüfte)|staatliche\w* anerkennung",
    re.IGNORECASE,
)
_DEMAND = re.compile(
    r"voraus|erforderlich|verfügen|verfügst|abgeschlossen\w*|haben sie|sie haben|du hast|hast du|mitbring|"
    r"bringen sie|besitzen|besitzt|\bals\b|erwarten|notwendig|zwingend|brauchen|brauchst|benötig|"
    r"nachweis|vorweisen|können sie|verlangen|\bsollten sie|\bsie sollten|\bdu solltest",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    r"(?:kein\w*|ohne|nicht) (?:\w+ ){0,4}?(?:ausbildung|abschluss|studium|berufsabschluss|schulabschluss|"
    r"qualifikation)|(?:ausbildung|abschluss|studium|titel|qualifikation)\w*[^.;]{0,45}"
    r"(?:\bnicht (?:\w+ ){0,2}?(?:nötig|notwendig|erforderlich|voraus|vorausgesetzt|zwingend|wichtig)|"
    r"kein muss|"
    r"brauchen sie nicht|brauchst du nicht|setzen wir nicht|egal|verlangen wir nicht)|"
    r"auch ohne|eingeschrieben|immatrikuliert",
    re.IGNORECASE,
)
_OWN_TRAINING = Wording(
    r"(?:ihre|deine|der|unsere) ausbildung (?:bei|dauert|beginnt|verdien|lernen|lernst|wirst|werden)|"
    r"(?:freude|spaß|interesse|erfahrung|lust|mitarbeit) (?:an|in|bei|mit) (?:der |"
    r"ihrer )?(?:\w+ )?ausbildung|"
    r"während der ausbildung|nach der (?:ausbildung|probezeit)|ausbildungsvergütung|ausbildung machen|"
    r"ausbildung bei (?:uns|der stadt)|in ihrer ausbildung|in deiner ausbildung|"
    r"ausbildung der auszubildenden|"
    r"ausbildung zu[mr] \w+ (?:an|bei)",
    re.IGNORECASE,
)
_LICENCE = re.compile(
    r"\w*ausbildung\w* (?:zu[mr]?|für (?:die|den)) (?:\w+ )?(?:\w*fahrerlaubnis|\w*führerschein)\w*",
    re.IGNORECASE,
)
_END = re.compile(
    r"abschluss (?:des|der|eines) (?:verfahren|vertrag|projekt|arbeit|probezeit)", re.IGNORECASE
)


@once
def degree(ad: Ad) -> Sentence | None:
    """The sentence that asks for a training or degree."""
    return next((sentence for sentence in ad.matching(_DEGREE) if _asks(sentence)), None)


def _asks(sentence: Sentence) -> bool:
    text = sentence.text
    if sentence.offers or sentence.section == "tasks" or _NOT_ASKED.search(text):
        return False
    if _OWN_TRAINING.search(text) or _END.search(text) or _no_degree(text):
        return False
    if sentence.asks:
        return sentence.kind != "heading"
    if sentence.kind == "heading":
        return sentence.section == "" and bool(_CERTIFICATE.search(text))
    return bool(_DEMAND.search(text) or _CERTIFICATE.search(text)) and not sentence.is_task


def _no_degree(text: str) -> bool:
    """ "Anschreiben per Brief", "Ausbildung zur Fahrerlaubnis": the only word that fits is no degree."""
    return not _DEGREE.search(_LICENCE.sub(" ", _OTHER_LETTERS.sub(" ", text)))
