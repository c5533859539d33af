"""Reads the environment for `settings`: where data lives, which database, which keys."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

import environ

env = environ.Env()


def data_dir(base: Path) -> Path:
    """The folder of everything that is kept (`DATA_DIR`, default `./data`)."""
    return Path(env("DATA_DIR", default=str(base / "data"))).resolve()


def database(data: Path) -> dict[str, object]:
    """Django's database settings from `DATABASE_URL`; SQLite in WAL mode by default."""
    config = dict(env.db("DATABASE_URL", default=f"sqlite:///{data / 'outreach.sqlite3'}"))
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["OPTIONS"] = {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    return config


def is_sqlite() -> bool:
    return env("DATABASE_URL", default="sqlite://").startswith("sqlite")


def allowed_hosts(public_url: str) -> list[str]:
    """`ALLOWED_HOSTS`, the public address's own host, and loopback."""
    hosts = env.list("ALLOWED_HOSTS", default=[])
    public = urlsplit(public_url).hostname
    return [*hosts, *([public] if public else []), "127.0.0.1", "localhost", "[::1]"]


def keys(name: str, data: Path) -> list[str]:
    """A list of keys, the first one used, all accepted; made and kept in `data` with SQLite.

    Returns `[""]` when it is required and missing: the system check says so in words.
    """
    given = env.list(name, default=[])
    if given:
        return given
    return [_kept_key(data / f"{name.lower()}.txt")] if is_sqlite() else [""]


def _kept_key(path: Path) -> str:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    except OSError:  # a folder that cannot be written: `up` and the checks say so
        return secrets.token_urlsafe(48)
    with os.fdopen(descriptor, "w") as file:
        key = secrets.token_urlsafe(48)
        file.write(key)
    return key
