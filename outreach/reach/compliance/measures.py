"""Technical and organisational measures, as the running settings have them."""

from __future__ import annotations

from django.conf import settings

from outreach.reach.compliance import running
from outreach.reach.documents.setting import Fact


def measures() -> list[Fact]:
    """In German; what is off is said to be off."""
    machines, reach = running.machines(), running.reach()
    return [
        Fact("Adresse und Rechner", _hosts(machines)),
        Fact("Verschlüsselte Übertragung", _encrypted(machines)),
        Fact(
            "Zugang der Beschäftigten",
            f"Nur auf Einladung, Passwörter ab {_password_length()} Zeichen, begrenzte Anmeldeversuche "
            f"({settings.ACCOUNT_RATE_LIMITS['login_failed']}), Rollen je Aufgabe, Sitzung höchstens "
            f"{reach.session_hours} Stunden.",
        ),
        Fact(
            "Datenbank",
            f"{machines.database}. Zugangsdaten zu Empfangsstellen sind darin verschlüsselt gespeichert.",
        ),
        Fact(
            "Protokolle",
            f"Stufe {machines.log_level}. Ein Filter entfernt Adressen, Browsernamen, Abfragen und "
            "Geheimnisse. Zugriffsprotokolle des Webservers sind aus.",
        ),
        Fact("Öffentliche Seiten", "Keine Cookies, keine fremden Inhalte, strenge Content-Security-Policy."),
        Fact("Anfragen nach außen", _outgoing()),
        Fact("Freigabe von Zahlen", _release(reach)),
        Fact("Versand", _sending(machines)),
    ]


def _hosts(machines: running.Machines) -> str:
    hosts = ", ".join(machines.hosts)
    return f"{machines.public_url or 'keine öffentliche Adresse'}; angenommene Rechnernamen: {hosts}."


def _encrypted(machines: running.Machines) -> str:
    if machines.encrypted:
        return "Ja: nur HTTPS, Umleitung von HTTP, HSTS; Cookies nur verschlüsselt."
    return "Nein: PUBLIC_URL beginnt nicht mit https://. So darf der Dienst nicht öffentlich laufen."


def _password_length() -> int:
    for one in settings.AUTH_PASSWORD_VALIDATORS:
        if "min_length" in one.get("OPTIONS", {}):
            return int(one["OPTIONS"]["min_length"])
    return 0


def _outgoing() -> str:
    plain = (
        " Unverschlüsselte Verbindungen sind erlaubt (OUTGOING_PLAIN_HTTP)."
        if settings.OUTGOING_PLAIN_HTTP
        else ""
    )
    return f"Nur zu öffentlichen Adressen, geprüft beim Verbinden; Port 443.{plain}"


def _release(reach: running.Reach) -> str:
    off = ", ".join(reach.switched_off)
    told = (
        f"Schwelle {reach.threshold} für Aufrufe und {reach.persons_threshold} für Personen, Verfahren "
        f"{METHODS[reach.method]}, Raster {reach.base}; frühestens {reach.delay} nach Ende der "
        f"Woche, Quartale {reach.settle_weeks} Wochen nach ihrem Ende."
    )
    return f"{told} ABGESCHALTET: {off}." if off else told


def _sending(machines: running.Machines) -> str:
    if machines.console:
        return "Aus: Nachrichten werden nur angezeigt (DELIVERY_CONSOLE)."
    return f"Mailserver: {machines.mail_host}."


METHODS = {"rounding": "Rundung", "cell-key": "Cell-Key-Überlagerung"}
