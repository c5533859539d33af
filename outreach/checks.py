"""System checks: wrong settings are told before the service starts, each with an id and a hint."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import DatabaseError, connection

from outreach import environment, profile

#: One id per variable, never reused.
VARIABLES = {
    "DATABASE_URL": "outreach.E001",
    "PUBLIC_URL": "outreach.E002",
    "EMAIL_URL": "outreach.E003",
    "TRUSTED_PROXIES": "outreach.E004",
    "PORT": "outreach.E005",
    "DEBUG": "outreach.E006",
    "CELERY_BROKER_URL": "outreach.E007",
    "SECRET_KEY": "outreach.E008",
    "ENCRYPTION_KEYS": "outreach.E009",
    "SIGNING_KEYS": "outreach.E010",
    "DELIVERY_CONSOLE": "outreach.E011",
    "OUTGOING_PLAIN_HTTP": "outreach.E012",
}
#: Their import names are ours: `channels` would be taken by Django Channels.
CLASHING = ("channels",)
#: The only settings that may let outgoing requests reach this machine.
LOOPBACK_SETTINGS = "outreach.bench.loopback"
DEMO_PEOPLE = Path(__file__).parent / "demo" / "people.toml"

Apps = Sequence[AppConfig] | None


@register(Tags.compatibility)
def readable_environment(app_configs: Apps, **kwargs: Any) -> list[CheckMessage]:
    """Every variable whose value could not be read."""
    return [
        Error(problem.sentence, hint=problem.hint, id=VARIABLES.get(problem.variable, "outreach.E000"))
        for problem in environment.problems
    ]


@register(Tags.compatibility)
def city_profile(app_configs: Apps, **kwargs: Any) -> list[CheckMessage]:
    """The city's profile is there and complete."""
    try:
        profile.city()
    except profile.ProfileError as error:
        hint = "Ein vollständiges Beispiel ist outreach/profiles/hannover.toml."
        return [Error(str(error), hint=hint, id="outreach.E020")]
    return []


@register(Tags.security)
def reachable_address(app_configs: Apps, **kwargs: Any) -> list[CheckMessage]:
    """Who is reached from other machines needs a name, and should have TLS."""
    found: list[CheckMessage] = []
    public = urlsplit(settings.PUBLIC_URL)
    named = settings.PUBLIC_URL or environment.names("ALLOWED_HOSTS")
    if not environment.is_loopback(settings.HOST) and not named:
        hint = "Setzen Sie PUBLIC_URL, zum Beispiel PUBLIC_URL=https://stellen.stadt.example."
        sentence = f"HOST={settings.HOST} ist von anderen Rechnern erreichbar, aber PUBLIC_URL fehlt."
        found.append(Error(sentence, hint=hint, id="outreach.E021"))
    if public.scheme == "http" and not environment.is_loopback(public.hostname or ""):
        hint = "Mit PUBLIC_URL=https://… werden Cookies nur verschlüsselt übertragen."
        sentence = "PUBLIC_URL beginnt mit http://: Passwörter gehen unverschlüsselt durch das Netz."
        found.append(Warning(sentence, hint=hint, id="outreach.W022"))
    return found


@register(Tags.security)
def believed_proxy(app_configs: Apps, **kwargs: Any) -> list[CheckMessage]:
    """TLS ends at a proxy in front of us; unless it is believed, every page redirects to itself."""
    if not settings.PUBLIC_URL.startswith("https://") or settings.TRUSTED_PROXIES:
        return []
    hint = "Setzen Sie die Adresse des Proxys, zum Beispiel TRUSTED_PROXIES=127.0.0.1."
    sentence = "PUBLIC_URL beginnt mit https://, aber TRUSTED_PROXIES fehlt: Seiten leiten endlos weiter."
    return [Warning(sentence, hint=hint, id="outreach.W025")]


@register(Tags.security)
def outgoing_requests(app_configs: Apps, **kwargs: Any) -> list[CheckMessage]:
    """Requests to this machine are for measurements; plain HTTP is for nobody, if it can be helped."""
    found: list[CheckMessage] = []
    ours = environment.text("DJANGO_SETTINGS_MODULE") == LOOPBACK_SETTINGS
    alone = environment.is_loopback(settings.HOST) and not settings.PUBLIC_URL
    if settings.OUTGOING_LOOPBACK and not (ours and alone):
        sentence = "OUTGOING_LOOPBACK ist an: Partner könnten Anfragen an diesen Rechner selbst auslösen."
        hint = "Das ist nur für Messungen. Starten Sie mit DJANGO_SETTINGS_MODULE=outreach.settings."
        found.append(Error(sentence, hint=hint, id="outreach.E026"))
    if settings.OUTGOING_PLAIN_HTTP:
        sentence = "OUTGOING_PLAIN_HTTP ist an: Nachrichten gehen auch unverschlüsselt an Partner."
        hint = "Bitten Sie den Partner um eine Adresse mit https:// und lassen Sie die Einstellung weg."
        found.append(Warning(sentence, hint=hint, id="outreach.W027"))
    if settings.DELIVERY_CONSOLE and settings.PUBLIC_URL:
        sentence = "DELIVERY_CONSOLE ist an: Partner bekommen nichts, alles erscheint nur im Terminal."
        hint = "Lassen Sie die Einstellung weg oder setzen Sie DELIVERY_CONSOLE=false."
        found.append(Warning(sentence, hint=hint, id="outreach.W029"))
    if settings.OUTGOING_CA_FILE and not Path(settings.OUTGOING_CA_FILE).is_file():
        sentence = f"Die Datei {settings.OUTGOING_CA_FILE} (OUTGOING_CA_FILE) gibt es nicht."
        hint = "Gemeint ist eine Datei mit den Zertifikaten, denen vertraut wird (PEM)."
        found.append(Error(sentence, hint=hint, id="outreach.E028"))
    return found


@register(Tags.compatibility)
def import_names(app_configs: Apps, **kwargs: Any) -> list[CheckMessage]:
    """No package is installed that takes the import name of one of ours."""
    installed = {name.lower() for name in CLASHING if _is_installed(name)}
    return [
        Error(
            f"Das Python-Paket „{name}“ ist installiert und verdeckt einen Teil dieses Dienstes.",
            hint=f"Entfernen Sie es: python3 -m pip --python .venv/bin/python uninstall {name}",
            id="outreach.E023",
        )
        for name in sorted(installed)
    ]


def _is_installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def demo_is_allowed() -> bool:
    """Demo accounts have known passwords: only for one's own machine, never for a real service."""
    return settings.SQLITE and environment.is_loopback(settings.HOST) and not settings.PUBLIC_URL


def demo_emails() -> list[str]:
    """The log-ins of the demo city."""
    return [person["email"] for person in tomllib.loads(DEMO_PEOPLE.read_text("utf-8"))["people"]]


@register(Tags.database)
def no_demo_accounts(
    app_configs: Apps, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Demo accounts are refused where others could reach them."""
    if demo_is_allowed() or not databases:
        return []
    from outreach.people.models import User

    try:
        if User._meta.db_table not in connection.introspection.table_names():
            return []
        count = User.objects.filter(email__in=demo_emails(), is_active=True).count()
    except DatabaseError:  # told by `up` and /readyz
        return []
    hint = "Sperren oder löschen Sie sie, oder beginnen Sie mit einer leeren Datenbank (DATABASE_URL)."
    sentence = f"In der Datenbank sind {count} Demo-Zugänge mit bekannten Passwörtern."
    return [Error(sentence, hint=hint, id="outreach.E024")] if count else []
