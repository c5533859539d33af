"""What severities, categories, grades and elements are called on pages, and what helps with them."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from postings.review import Finding, Replacement

SEVERITIES = {"must": _("Muss"), "should": _("Sollte"), "hint": _("Hinweis")}

SEVERITY_MEANINGS = {
    "must": _("rechtlich riskant oder eindeutig falsch"),
    "should": _("bitte ändern, wenn nichts dagegenspricht"),
    "hint": _("zur Überlegung"),
}

CATEGORIES = {
    "generic-masculine": _("Männliche Form"),
    "age": _("Alter"),
    "origin": _("Herkunft"),
    "language-level": _("Deutschniveau"),
    "disability": _("Behinderung und Gesundheit"),
    "religion": _("Religion"),
    "gender": _("Geschlecht"),
    "sexual-identity": _("Sexuelle Identität"),
    "family": _("Familie"),
    "coded-wording": _("Wörter, die abschrecken"),
    "barrier": _("Unnötige Hürde"),
    "plain-language": _("Verständlichkeit"),
    "consistency": _("Einheitlichkeit"),
    "leitbild": _("Leitbild der Stadt"),
}

GRADES = {
    "breach": _("Verstoß"),
    "indication": _("Indiz für eine Benachteiligung"),
    "split": _("Gerichte urteilen verschieden"),
    "risk": _("rechtliches Risiko"),
    "house-style": _("Empfehlung der Stadt"),
    "research": _("Forschung"),
    "advice": _("Empfehlung"),
}

ELEMENT_STATES = {
    "present": _("vorhanden"),
    "missing": _("fehlt"),
    "not-applicable": _("hier nicht nötig"),
}

#: What makes a sentence costly to read: `{n}` and `{words}` are filled in.
COSTLY = {
    "length": _("{n} Wörter in einem Satz"),
    "nested": _("{n} Nebensätze"),
    "nominal": _("viele Wörter auf -ung und -keit ({words})"),
    "long-words": _("lange Wörter ({words})"),
    "syllables": _("viele Silben ({words})"),
}

#: Element id -> (label, why it should stand there).
ELEMENTS = {
    "encouragement": (
        _("Ermutigung zur Bewerbung"),
        _("Viele halten ihre Chancen für zu klein. Eine ausdrückliche Einladung hilft."),
    ),
    "disability_clause": (
        _("Satz für Menschen mit Schwerbehinderung"),
        _("So wissen Menschen mit Schwerbehinderung, dass ihre Bewerbung willkommen ist."),
    ),
    "equality_clause": (
        _("Satz zur Gleichstellung"),
        _(
            "Alle sollen sich gemeint fühlen. Ist ein Geschlecht in diesem Bereich unterrepräsentiert, "
            "sprechen Sie es bitte ausdrücklich an."
        ),
    ),
    "pay": (
        _("Gehalt in Euro"),
        _("Die Entgeltgruppe allein sagt vielen nichts. Einen Betrag verstehen alle."),
    ),
    "working_time": (
        _("Arbeitszeit und Teilzeit"),
        _("Wie viele Stunden es sind und ob Teilzeit geht, entscheidet oft über eine Bewerbung."),
    ),
    "language_cefr": (
        _("Deutschniveau nach GER"),
        _("Worte wie „sehr gut“ verstehen alle anders. Ein Niveau von A1 bis C2 ist eindeutig."),
    ),
    "foreign_qualifications": (
        _("Abschlüsse aus dem Ausland"),
        _("Wer im Ausland gelernt hat, weiß sonst nicht, ob der Abschluss zählt."),
    ),
    "contact_person": (
        _("Kontaktperson"),
        _("Ein Name mit Telefonnummer oder E-Mail-Adresse macht es leicht, vorher zu fragen."),
    ),
    "deadline": (_("Bewerbungsschluss"), _("Ohne Datum weiß niemand, wie viel Zeit bleibt.")),
    "application_way": (
        _("Weg der Bewerbung"),
        _("Sagen Sie, wie man sich bewirbt: über das Portal, per E-Mail oder per Post."),
    ),
}


def offered(replacement: Replacement, finding: Finding) -> str:
    """The words to put there; for what is left out, how much of the text goes."""
    if replacement.text:
        return replacement.text
    longest = max((edit.length for edit in replacement.edits if not edit.text), default=0)
    if longest < len(finding.sentence):
        return gettext("weglassen")
    is_sentence = finding.sentence.rstrip().endswith((".", "!", "?"))
    return gettext("ganzen Satz weglassen") if is_sentence else gettext("ganzen Punkt weglassen")
