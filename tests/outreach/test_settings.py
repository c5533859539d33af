"""Settings as a whole, read in processes of their own: what the environment says decides."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHOW = """
import json, django
from django.conf import settings
names = {names!r}
print(json.dumps({{name: getattr(settings, name) for name in names}}, default=str))
"""


def settings_with(tmp_path, names: list[str], **environment: str) -> dict:
    """The named settings of a process with this environment."""
    clean = {key: value for key, value in os.environ.items() if key in ("PATH", "HOME", "LANG")}
    own = {"DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "outreach.settings"}
    done = subprocess.run(
        [sys.executable, "-c", SHOW.format(names=names)],
        env={**clean, **own, **environment},
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    return json.loads(done.stdout)


def test_the_public_address_decides_about_secure_cookies(tmp_path):
    names = ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS",
             "SESSION_COOKIE_NAME", "CSRF_TRUSTED_ORIGINS", "DEBUG"]  # fmt: skip
    secure = settings_with(tmp_path, names, PUBLIC_URL="https://stellen.stadt.example/")
    assert secure["SESSION_COOKIE_SECURE"] and secure["CSRF_COOKIE_SECURE"] and secure["SECURE_SSL_REDIRECT"]
    assert secure["SECURE_HSTS_SECONDS"] >= 365 * 24 * 3600
    assert secure["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert secure["CSRF_TRUSTED_ORIGINS"] == ["https://stellen.stadt.example"]
    plain = settings_with(tmp_path, names)
    assert not plain["SESSION_COOKIE_SECURE"] and not plain["SECURE_SSL_REDIRECT"] and not plain["DEBUG"]


def test_keys_given_as_lists_rotate(tmp_path):
    found = settings_with(
        tmp_path,
        ["SECRET_KEY", "SECRET_KEY_FALLBACKS", "SIGNING_KEYS"],
        SECRET_KEY="neu,alt",
        SIGNING_KEYS="a,b",
    )
    assert (found["SECRET_KEY"], found["SECRET_KEY_FALLBACKS"]) == ("neu", ["alt"])
    assert found["SIGNING_KEYS"] == ["a", "b"]


def test_keys_survive_a_second_start(tmp_path):
    names = ["SECRET_KEY", "ENCRYPTION_KEYS", "SIGNING_KEYS"]
    first = settings_with(tmp_path, names)
    assert settings_with(tmp_path, names) == first
    assert len({first["SECRET_KEY"], *first["ENCRYPTION_KEYS"], *first["SIGNING_KEYS"]}) == 3


@pytest.mark.parametrize(
    ("broker", "options"),
    [("redis://127.0.0.1:6379/5", {"socket_connect_timeout"}), ("", {"folder", "polling_interval"})],
)
def test_only_the_broker_address_changes_between_sizes(tmp_path, broker, options):
    found = settings_with(
        tmp_path, ["CELERY_BROKER_URL", "CELERY_BROKER_TRANSPORT_OPTIONS"], CELERY_BROKER_URL=broker
    )
    assert found["CELERY_BROKER_URL"] == (broker or "embedded://localhost")
    assert options <= set(found["CELERY_BROKER_TRANSPORT_OPTIONS"])


@pytest.mark.parametrize(
    "change", [{"DEBUG": "true"}, {"PUBLIC_URL": "https://x.example", "HOST": "0.0.0.0"}]
)
def test_changing_a_setting_makes_no_migration(tmp_path, change):
    clean = {key: value for key, value in os.environ.items() if key in ("PATH", "HOME", "LANG")}
    profile = str(ROOT / "outreach/profiles/musterstadt.toml")
    done = subprocess.run(
        [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"],
        env={**clean, "DATA_DIR": str(tmp_path), "CITY_PROFILE": profile, **change},
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_malformed_value_is_told_without_a_traceback(tmp_path):
    clean = {key: value for key, value in os.environ.items() if key in ("PATH", "HOME", "LANG")}
    done = subprocess.run(
        [sys.executable, "manage.py", "up"],
        env={**clean, "DATA_DIR": str(tmp_path), "PORT": "http", "DATABASE_URL": "mysql://a:b@c/d"},
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "PORT" in done.stderr and "DATABASE_URL" in done.stderr
    assert not (tmp_path / "outreach.sqlite3").exists()


def test_no_variable_lets_requests_reach_this_machine(tmp_path):
    found = settings_with(tmp_path, ["OUTGOING_LOOPBACK"], OUTGOING_LOOPBACK="true")
    assert found["OUTGOING_LOOPBACK"] is False


def test_only_the_settings_of_measurements_do(tmp_path):
    found = settings_with(tmp_path, ["OUTGOING_LOOPBACK"], DJANGO_SETTINGS_MODULE="outreach.bench.loopback")
    assert found["OUTGOING_LOOPBACK"] is True
