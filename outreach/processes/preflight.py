"""What must be right before the service starts. Each failure is one sentence that says what to do."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks
from django.db import DatabaseError, connection
from django.db.utils import OperationalError

from outreach import environment
from postings.review import review, rulebook


class NotReady(Exception):  # noqa: N818  (said to a person, in one sentence)
    """Why the service does not start, and what to do."""


def data_dir() -> None:
    """The folder of everything that is kept can be written."""
    folder: Path = settings.DATA_DIR
    probe = folder / f".probe-{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_text("x")
        probe.unlink()
    except OSError as error:
        raise NotReady(
            f"Der Ordner für Daten {folder} lässt sich nicht beschreiben ({error.strerror}). Bitte geben Sie "
            f"ihm Schreibrechte, oder wählen Sie einen anderen: DATA_DIR=/pfad make run."
        ) from error


def port() -> None:
    """Nobody else listens where the service is to listen."""
    host, number = settings.HOST, settings.PORT
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, number, type=socket.SOCK_STREAM)[0]
    except OSError as error:
        raise NotReady(f"Die Adresse HOST={host} ist auf diesem Rechner nicht bekannt.") from error
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
            probe.listen(1)
        except PermissionError as error:
            raise NotReady(
                f"Port {number} braucht besondere Rechte. Versuchen Sie PORT=8000 make run."
            ) from error
        except OSError as error:
            raise NotReady(
                f"Port {number} ist schon belegt. Läuft der Dienst bereits? Sonst wählen Sie einen anderen: "
                f"PORT={number + 1} make run."
            ) from error


def database() -> None:
    """The database answers and can be written."""
    try:
        connection.ensure_connection()
        writable = _sqlite_writable if connection.vendor == "sqlite" else _postgresql_writable
        writable()
    except (DatabaseError, OSError) as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise NotReady(f"{_database_sentence()} ({reason}). {_database_hint()}") from error
    finally:
        connection.close()


def _sqlite_writable() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA user_version")
        (version,) = cursor.fetchone()
        cursor.execute(f"PRAGMA user_version = {int(version)}")
        cursor.execute("PRAGMA quick_check(1)")


def _postgresql_writable() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SHOW transaction_read_only")
        if cursor.fetchone()[0] == "on":
            raise OperationalError("nur Lesen ist erlaubt")


def _database_sentence() -> str:
    config = settings.DATABASES["default"]
    if settings.SQLITE:
        return f"Die Datenbank {config['NAME']} lässt sich nicht öffnen oder nicht beschreiben"
    return (
        f"Die Datenbank auf {config['HOST'] or 'diesem Rechner'} ist nicht erreichbar oder nicht beschreibbar"
    )


def _database_hint() -> str:
    if settings.SQLITE:
        return "Bitte prüfen Sie Schreibrechte und freien Platz, oder stellen Sie eine Sicherung zurück."
    return "Bitte prüfen Sie DATABASE_URL und ob der Datenbankserver läuft."


def system_checks() -> list[str]:
    """Raises with all errors at once; returns the warnings."""
    found = checks.run_checks(databases=["default"])
    serious = [message for message in found if message.level >= checks.ERROR]
    if serious:
        raise NotReady("\n".join(_as_text(message) for message in serious))
    return [_as_text(message) for message in found if message.level == checks.WARNING]


def _as_text(message: checks.CheckMessage) -> str:
    return f"{message.msg} {message.hint or ''} ({message.id})".replace("  ", " ")


def rules() -> None:
    """Every rule file can be used."""
    try:
        rulebook.load()
    except rulebook.RulebookError as error:
        raise NotReady(f"In den Regeln (postings/rules) ist ein Fehler:\n{error}") from error


def language() -> None:
    """Lexicon and rules can review a sentence."""
    try:
        review("Wir suchen eine Person.")
    except Exception as error:  # whatever is missing or broken: the service could not do its work
        raise NotReady(
            f"Die Sprachdaten lassen sich nicht laden ({error}). "
            f"Bitte holen Sie das Programm noch einmal vollständig."
        ) from error


def broker_answers(timeout: float = 0.5) -> bool:
    """True if wake-ups can be sent; without a broker the service runs on, only slower."""
    url = settings.CELERY_BROKER_URL.split(";")[0]
    if url.startswith("embedded"):
        return os.access(settings.DATA_DIR, os.W_OK)
    parts = urlsplit(url)
    if parts.scheme == "memory":
        return True
    default = {"redis": 6379, "rediss": 6379, "amqp": 5672, "amqps": 5671}[parts.scheme]
    try:
        with socket.create_connection((parts.hostname or "127.0.0.1", parts.port or default), timeout):
            return True
    except OSError:
        return False


def environment_readable() -> None:
    """Before Django is asked anything: all variables could be read."""
    if environment.problems:
        raise NotReady("\n".join(f"{found.sentence} {found.hint}" for found in environment.problems))
