"""Reads the environment for `settings`. A value that cannot be read becomes a `Problem`, never a traceback.

The system checks tell every problem at once, and web process and worker refuse to start with one.
"""

from __future__ import annotations

import ipaddress
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import environ

T = TypeVar("T")
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

env = environ.Env()

DATABASE_ENGINES = {
    "django.db.backends.sqlite3": "sqlite3",
    "django.db.backends.postgresql": "postgresql",
}
BROKERS = ("embedded", "redis", "rediss", "amqp", "amqps", "memory")
_YES = ("1", "true", "yes", "on")
_NO = ("0", "false", "no", "off")
LOOPBACK = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True)
class Problem:
    """A variable whose value cannot be used, in the words of whoever set it."""

    variable: str
    sentence: str
    hint: str


class ReadingError(ValueError):
    """A value that cannot be read; the message says what a good one looks like."""


#: What was wrong in this process's environment, in the order of reading.
problems: list[Problem] = []


def read(variable: str, default: T, parse: Callable[[str], T]) -> T:
    """The parsed variable, or `default` if it is not set or (a problem then) cannot be read."""
    given = os.environ.get(variable, "").strip()
    if not given:
        return default
    try:
        return parse(given)
    except (ValueError, KeyError, environ.ImproperlyConfigured) as error:
        hint = str(error) if isinstance(error, ReadingError) else "Bitte prüfen Sie die Schreibweise."
        problems.append(Problem(variable, f"Die Einstellung {variable} lässt sich nicht lesen.", hint))
        return default


def refuse_problems() -> None:
    """Ends a process that would run with other settings than the ones meant."""
    if problems:
        raise SystemExit("\n".join(f"{problem.sentence} {problem.hint}" for problem in problems))


def text(variable: str, default: str = "") -> str:
    return os.environ.get(variable, "").strip() or default


def names(variable: str) -> list[str]:
    """A list separated by commas."""
    return [part.strip() for part in os.environ.get(variable, "").split(",") if part.strip()]


def switch(variable: str, default: bool = False) -> bool:
    return read(variable, default, _switch)


def _switch(given: str) -> bool:
    words = {
        "1": True,
        "true": True,
        "yes": True,
        "on": True,
        "0": False,
        "false": False,
        "no": False,
        "off": False,
    }
    if given.lower() not in words:
        raise ReadingError("Möglich sind „true“ und „false“.")
    return words[given.lower()]


def port() -> int:
    return read("PORT", 8000, _port)


def _port(given: str) -> int:
    if not given.isdecimal() or not 0 < int(given) < 65536:
        raise ReadingError("Möglich ist eine Zahl von 1 bis 65535, zum Beispiel PORT=8001.")
    return int(given)


def data_dir(base: Path) -> Path:
    """The folder of everything that is kept (`DATA_DIR`, default `./data`)."""
    return Path(text("DATA_DIR", str(base / "data"))).expanduser().resolve()


def public_url() -> str:
    """The address people use, without a slash at the end; empty if there is none."""
    return read("PUBLIC_URL", "", _public_url).rstrip("/")


def _public_url(given: str) -> str:
    hint = "Gemeint ist die ganze Adresse ohne Pfad, zum Beispiel https://stellen.stadt.example."
    try:
        parts = urlsplit(given)
        usable = parts.scheme in ("http", "https") and parts.hostname and (parts.port or 1)
    except ValueError:
        usable = False
    if not usable or parts.path.strip("/") or parts.query or parts.fragment or parts.username:
        raise ReadingError(hint)
    return given


def is_loopback(host: str) -> bool:
    """True for this machine's own addresses."""
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def allowed_hosts(public_url: str, host: str) -> list[str]:
    """`ALLOWED_HOSTS`, the public address's host, the address listened on, and loopback."""
    public = urlsplit(public_url).hostname
    own = [] if host in ("0.0.0.0", "::") else [host]  # noqa: S104  (compared, not bound)
    found = [*names("ALLOWED_HOSTS"), *([public] if public else []), *own, *LOOPBACK, "[::1]"]
    return list(dict.fromkeys(found))


def trusted_proxies() -> list[Network]:
    """Addresses or networks whose X-Forwarded-Proto and -Host are believed."""
    return read("TRUSTED_PROXIES", [], _networks)


def _networks(given: str) -> list[Network]:
    try:
        return [ipaddress.ip_network(part.strip()) for part in given.split(",") if part.strip()]
    except ValueError as error:
        raise ReadingError("Möglich sind Adressen und Netze, zum Beispiel 10.0.0.5,10.1.0.0/16.") from error


def database(data: Path) -> dict[str, Any]:
    """Django's database settings from `DATABASE_URL`; SQLite in WAL mode by default."""
    default = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(data / "outreach.sqlite3")}
    config = read("DATABASE_URL", default, _database)
    if config["ENGINE"] == "django.db.backends.sqlite3":
        with suppress(OSError):  # `up` and the first connection say so
            data.mkdir(parents=True, exist_ok=True)
        config["OPTIONS"] = {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        }
    else:
        config.update(CONN_MAX_AGE=60, CONN_HEALTH_CHECKS=True)
        config["OPTIONS"] = {
            "connect_timeout": 5,
            "application_name": "outreach",
            **config.get("OPTIONS", {}),
        }
    return config


def _database(given: str) -> dict[str, Any]:
    config = dict(env.db_url_config(given))
    if config.get("ENGINE") not in DATABASE_ENGINES or not config.get("NAME"):
        raise ReadingError(
            "Möglich sind sqlite:////ganzer/pfad.sqlite3 und postgres://name:passwort@rechner:5432/datenbank."
        )
    return config


def email() -> dict[str, Any]:
    """Django's mail settings from `EMAIL_URL`; without one, mails are printed."""
    default = {"EMAIL_BACKEND": "outreach.consolemail.EmailBackend"}
    config = read("EMAIL_URL", default, _email)
    return {
        "EMAIL_TIMEOUT": 15,
        **{name: value for name, value in config.items() if name.startswith("EMAIL_") and value},
    }


def _email(given: str) -> dict[str, Any]:
    known = ("smtp", "smtps", "smtp+tls", "smtp+ssl", "consolemail", "filemail", "memorymail", "dummymail")
    parts = urlsplit(given)
    if parts.scheme not in known or ("smtp" in parts.scheme and not parts.hostname):
        raise ReadingError("Möglich ist zum Beispiel smtp+tls://name:passwort@post.stadt.example:587.")
    return dict(env.email_url_config(given))


def broker() -> str:
    """Where wake-ups travel: the embedded broker, Redis or RabbitMQ."""
    return read("CELERY_BROKER_URL", "embedded://localhost", _broker)


def _broker(given: str) -> str:
    if urlsplit(given.split(";")[0]).scheme not in BROKERS:
        raise ReadingError("Möglich sind redis://rechner:6379/0 und amqp://name:passwort@rechner:5672//.")
    return given


def keys(name: str, data: Path, *, sqlite: bool) -> list[str]:
    """A list of keys, the first one used, all accepted; made and kept in `data` with SQLite."""
    given = names(name)
    if given:
        return given
    if sqlite:
        return [_kept_key(data / f"{name.lower()}.txt")]
    hint = (
        f"Ohne SQLite werden keine Schlüssel angelegt. Erzeugen Sie einen mit "
        f"„python3 -c 'import secrets; print(secrets.token_urlsafe(48))'“ und geben Sie allen Prozessen "
        f"denselben mit: {name}=… (mehrere mit Komma, der erste gilt)."
    )
    problems.append(Problem(name, f"Die Einstellung {name} fehlt.", hint))
    return [secrets.token_urlsafe(48)]


def _kept_key(path: Path) -> str:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = path.read_text().strip() if path.exists() else ""
        return kept or _new_key(path)
    except OSError:  # a folder that cannot be written or read: `up` and the checks say so
        return secrets.token_urlsafe(48)


def _new_key(path: Path) -> str:
    """Written beside and linked into place: of two first starts, both use the same whole key."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(48))
    try:
        os.link(draft, path)
    except FileExistsError:
        if not path.read_text().strip():  # an empty file of a full disk
            draft.replace(path)
            return path.read_text().strip()
    finally:
        draft.unlink(missing_ok=True)
    return path.read_text().strip()
