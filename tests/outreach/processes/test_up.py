"""`manage.py up` as city IT meets it: one process tree that stops cleanly and leaves nothing behind."""

from __future__ import annotations

import shutil
import signal
import socket
import sqlite3
import subprocess
import sys

import pytest

from tests.outreach.processes.running import ROOT, Service, clean_environment, gone, wait_for

pytestmark = pytest.mark.long


@pytest.fixture
def service(tmp_path):
    made: list[Service] = []

    def make(**environment: str) -> Service:
        made.append(Service(tmp_path / "data", **environment))
        return made[-1]

    yield make
    for one in made:
        one.kill_rest()


def test_starts_with_the_demo_city_and_stops_within_seconds(service):
    first = service().start().wait()
    assert first.answer("/readyz")[0] == 200
    assert first.answer("/stellen/")[0] == 200
    assert "@hannover.example" in first.output
    assert f"http://127.0.0.1:{first.port}/" in first.output
    tree = first.tree()
    assert len(tree) >= 5  # up, granian and its worker, celery and its schedule
    assert first.stop() == 0
    wait_for(lambda: gone(tree), 10)
    assert "Der Dienst ist beendet." in first.output

    second = service().start().wait()
    assert second.answer("/stellen/")[0] == 200
    assert second.output.count("Anmelden:") == 1  # the city is loaded once, its data are kept
    second.stop()


def test_ctrl_c_stops_it(service):
    one = service().start().wait()
    tree = one.tree()
    assert one.stop(signal.SIGINT) == 0
    wait_for(lambda: gone(tree), 10)


def test_kill_9_of_the_parent_leaves_no_process_and_a_new_start_works(service):
    one = service().start().wait()
    tree = one.tree()
    one.process.kill()
    one.process.wait()
    again = service(PORT=str(one.port)).start()  # at once, on the same port
    wait_for(lambda: gone(tree), 15, f"left behind: {[p for p in tree if p.is_running()]}")
    again.wait()  # only now: before, the old web server may have been the one that answered
    assert again.answer("/readyz")[0] == 200
    again.stop()


@pytest.mark.parametrize("word", ["granian", "celery"])
def test_a_dead_child_is_restarted_with_all_its_own(service, word):
    one = service().start().wait()
    child = one.named(word)
    below = child.children(recursive=True)
    child.kill()
    wait_for(lambda: gone([child, *below]), 15)
    wait_for(lambda: any(p.pid != child.pid and word in " ".join(p.cmdline()) for p in one.tree()[1:]), 30)
    one.wait()
    assert "startet in" in one.output
    one.stop()


def test_kill_9_of_granians_worker_is_mended(service):
    one = service().start().wait()
    worker = one.named("granian").children()[0]
    worker.kill()
    wait_for(lambda: gone([worker]), 10)
    wait_for(lambda: one.answer("/healthz")[0] == 200, 30, one.output[-2000:])
    one.stop()


def _refused(tmp_path, **environment: str) -> str:
    """What `up` says when it does not start: one clear message, exit code 1, no traceback."""
    variables = {"DATA_DIR": str(tmp_path / "data"), "PORT": "8149", **environment}
    done = subprocess.run(
        [sys.executable, "manage.py", "up"], env=clean_environment(**variables),
        cwd=ROOT, capture_output=True, text=True, timeout=90, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert "Der Dienst startet nicht." in done.stderr
    return done.stderr


def test_a_taken_port_is_told_with_the_next_step(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = _refused(tmp_path, PORT=str(port))
    assert f"Port {port} ist schon belegt" in said
    assert f"PORT={port + 1} make run" in said


def test_a_second_service_in_the_same_folder_is_told(service, tmp_path):
    one = service().start().wait()
    assert "läuft schon" in _refused(tmp_path)
    one.stop()


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    said = _refused(tmp_path, DATA_DIR=str(tmp_path / "file" / "data"))
    assert "lässt sich nicht beschreiben" in said
    assert "DATA_DIR=" in said


def test_a_broken_database_file_is_told(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "outreach.sqlite3").write_bytes(b"this is no database, but it is long enough" * 50)
    assert "outreach.sqlite3" in _refused(tmp_path)


def test_a_database_server_that_is_away_is_told(tmp_path):
    keys = dict.fromkeys(("SECRET_KEY", "ENCRYPTION_KEYS", "SIGNING_KEYS"), "x" * 50)
    said = _refused(tmp_path, DATABASE_URL="postgres://a:b@127.0.0.1:1/stadt", **keys)
    assert "DATABASE_URL" in said
    assert "a:b" not in said


def test_keys_are_required_with_postgresql(tmp_path):
    said = _refused(tmp_path, DATABASE_URL="postgres://a:b@127.0.0.1:1/stadt")
    assert all(name in said for name in ("SECRET_KEY", "ENCRYPTION_KEYS", "SIGNING_KEYS"))


def test_a_profile_with_a_mistake_is_told(tmp_path):
    profile = tmp_path / "stadt.toml"
    profile.write_text(
        (ROOT / "outreach/profiles/musterstadt.toml").read_text().replace("phone =", "fon =", 1)
    )
    said = _refused(tmp_path, CITY_PROFILE=str(profile))
    assert "stadt.toml" in said and "„phone“" in said and "outreach.E020" in said


def test_a_rule_file_with_a_mistake_is_told(tmp_path):
    """In a copy of the checkout, so that no other test meets the broken rule."""
    copy = tmp_path / "copy"
    for name in ("outreach", "postings", "channels", "templates"):
        shutil.copytree(
            ROOT / name, copy / name, ignore=shutil.ignore_patterns("node_modules", "__pycache__")
        )
    shutil.copy(ROOT / "manage.py", copy)
    broken = copy / "postings/rules/age/kaputt.toml"
    broken.write_text('[[rule]]\nid = "kaputt"\n')
    done = subprocess.run(
        [sys.executable, "manage.py", "up"], env=clean_environment(DATA_DIR=str(tmp_path / "d"), PORT="8149"),
        cwd=copy, capture_output=True, text=True, timeout=90, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "age/kaputt.toml" in done.stderr
    assert "Traceback" not in done.stderr


def test_demo_accounts_are_refused_in_a_real_service(service, tmp_path):
    service().start().wait().stop()
    said = _refused(tmp_path, PUBLIC_URL="https://stellen.stadt.example")
    assert "Demo-Zugänge" in said and "outreach.E024" in said


def test_a_public_service_starts_without_the_demo_city(service):
    one = service(PUBLIC_URL="https://stellen.stadt.example").start().wait()
    assert one.answer("/readyz")[0] == 200  # probes need no TLS
    one.stop()
    with sqlite3.connect(one.data / "outreach.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM people_user").fetchone() == (0,)
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_broker_that_is_away_only_degrades(service):
    one = service(CELERY_BROKER_URL="redis://127.0.0.1:1/0").start().wait()
    status, body = one.answer("/readyz")
    assert status == 200
    assert '"degraded"' in body
    assert "Nichts geht verloren" in one.output
    one.stop()


def test_nothing_of_a_visitor_stands_in_any_log_or_file(service):
    one = service(LOG_LEVEL="DEBUG").start().wait()
    for path in (
        "/stellen/",
        "/l/gibtsnicht?von=GEHEIM-QUERY",
        "/gibtsnicht/?x=GEHEIM-QUERY",
        "/konto/login/",
    ):
        subprocess.run(
            ["curl", "-s", "-o", "/dev/null", "-A", "GEHEIM-BROWSER/1.0", "-e", "https://GEHEIM-REFERRER.example",
             "-H", "X-Forwarded-For: 203.0.113.77", f"http://127.0.0.1:{one.port}{path}"],
            check=True, timeout=30,
        )  # fmt: skip
    one.stop()
    kept = one.output.encode() + b"".join(p.read_bytes() for p in one.data.rglob("*") if p.is_file())
    for secret in (b"GEHEIM-QUERY", b"GEHEIM-BROWSER", b"GEHEIM-REFERRER", b"203.0.113.77"):
        assert secret not in kept
