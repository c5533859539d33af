"""What severities, categories, grades and elements are called on pages, and what helps with them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

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
    "language-level": _("Deutschkenntnisse"),
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

#: Element id -> (label, what to write when it is missing).
ELEMENTS = {
    "encouragement": (
        _("Ermutigung zur Bewerbung"),
        _("Zum Beispiel: „Bewerbungen von Menschen mit Migrationsgeschichte sind ausdrücklich erwünscht.“"),
    ),
    "disability_clause": (
        _("Satz für Menschen mit Schwerbehinderung"),
        _(
            "Zum Beispiel: „Schwerbehinderte und ihnen gleichgestellte Menschen werden bei gleicher "
            "Eignung bevorzugt berücksichtigt.“"
        ),
    ),
    "equality_clause": (
        _("Satz zur Gleichstellung"),
        _(
            "Zum Beispiel: „Wir freuen uns über Bewerbungen aller Menschen, unabhängig von Geschlecht, "
            "Herkunft, Alter, Religion, Behinderung oder sexueller Identität.“"
        ),
    ),
    "pay": (
        _("Gehalt in Euro"),
        _("Nennen Sie zur Entgeltgruppe auch einen Betrag, zum Beispiel „3.600 bis 5.000 Euro im Monat“."),
    ),
    "working_time": (
        _("Arbeitszeit und Teilzeit"),
        _("Zum Beispiel: „39 Stunden in der Woche, Teilzeit ist möglich“."),
    ),
    "language_cefr": (
        _("Deutschniveau nach GER"),
        _("Nennen Sie ein Niveau von A1 bis C2, das die Aufgaben wirklich brauchen, zum Beispiel B2."),
    ),
    "foreign_qualifications": (
        _("Abschlüsse aus dem Ausland"),
        _("Zum Beispiel: „oder eine gleichwertige, auch im Ausland erworbene Qualifikation“."),
    ),
    "contact_person": (
        _("Kontaktperson"),
        _("Nennen Sie Name und Telefonnummer oder E-Mail-Adresse für Fragen."),
    ),
    "deadline": (_("Bewerbungsschluss"), _("Nennen Sie ein Datum, zum Beispiel „bis zum 31. Januar 2027“.")),
    "application_way": (
        _("Weg der Bewerbung"),
        _("Sagen Sie, wie man sich bewirbt: über das Portal, per E-Mail oder per Post."),
    ),
}
