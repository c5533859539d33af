"""The same code on several machines: PostgreSQL, a broker of its own, many processes."""

from __future__ import annotations

import subprocess
import sys
import uuid
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from tests import services
from tests.outreach.processes.running import ROOT, Service, clean_environment, wait_for

pytestmark = pytest.mark.long
SERVER = "postgres://postgres@127.0.0.1:5432"
KEYS = dict.fromkeys(("SECRET_KEY", "ENCRYPTION_KEYS", "SIGNING_KEYS"), "ein-schluessel-fuer-tests-" * 3)
BROKERS = [("redis", "redis://127.0.0.1:6379/12"), ("rabbitmq", "amqp://guest:guest@127.0.0.1:5672//")]

EXPIRED = """
from datetime import timedelta
from django.utils import timezone
from outreach.people.models import User
from postings.models import Posting, PostingVersion, State
user, _ = User.objects.get_or_create(username='x', email='x@x.example')
day = timezone.localdate() - timedelta(days=1)
ad = Posting.objects.create(slug='alt', title='Alt', state=State.PUBLISHED, deadline=day, created_by=user)
text = PostingVersion.objects.create(posting=ad, number=1, title='Alt', text='x', author=user)
ad.current = ad.approved = text
ad.save()
"""
WAKE = "from outreach.background.wakeup import wake; assert wake('channels.tasks.close_expired')"
STATE = "from postings.models import Posting; print(Posting.objects.get(slug='alt').state)"
CLAIM = """
from outreach.background.periodic import claim
print('mine' if claim('release', '2027-01-15') else 'taken')
"""


@pytest.fixture
def postgresql():
    """An empty database of its own."""
    services.require("postgresql")
    name = f"outreach_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"{SERVER}/postgres", autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        yield f"{SERVER}/{name}"
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def machine(tmp_path):
    """machine(…) -> a service with a folder of its own, as on another machine."""
    made: list[Service] = []

    def make(**environment: str) -> Service:
        made.append(Service(tmp_path / f"machine{len(made)}", **KEYS, **environment))
        return made[-1]

    yield make
    for one in made:
        one.kill_rest()


def run(code: str, tmp_path, **environment: str) -> str:
    """What a snippet prints in a process with these settings."""
    done = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", code],
        env=clean_environment(DATA_DIR=str(tmp_path / "shell"), **KEYS, **environment),
        cwd=ROOT, capture_output=True, text=True, timeout=90, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_several_web_processes_may_start_on_an_empty_database_at_once(machine, postgresql):
    webs = [machine(DATABASE_URL=postgresql).start("--web-only") for _ in range(3)]
    for web in webs:
        web.wait()
        assert web.answer("/readyz")[0] == 200
        assert web.answer("/stellen/")[0] == 200
    assert sum("Tabellen" in web.output for web in webs) == 1  # one migrated, the others waited
    for web in webs:
        assert web.stop() == 0


@pytest.mark.parametrize(("broker", "url"), BROKERS)
def test_a_wakeup_reaches_a_worker_through_a_real_broker(machine, postgresql, tmp_path, broker, url):
    services.require(broker)
    settings = {"DATABASE_URL": postgresql, "CELERY_BROKER_URL": url}
    web = machine(**settings).start("--web-only").wait()
    workers = [machine(**settings).start("--worker-only") for _ in range(2)]
    assert '"ok"' in web.answer("/readyz")[1]
    assert "degraded" not in web.answer("/readyz")[1]
    run(EXPIRED, tmp_path, **settings)
    run(WAKE, tmp_path, **settings)
    outputs = lambda: "".join(worker.output for worker in workers)[-2000:]  # noqa: E731
    wait_for(lambda: run(STATE, tmp_path, **settings) == "closed", 45, outputs())
    for one in [web, *workers]:
        assert one.stop() == 0


def test_of_many_schedules_one_gets_the_run(machine, postgresql, tmp_path):
    run("from django.core.management import call_command; call_command('migrate', verbosity=0)",
        tmp_path, DATABASE_URL=postgresql)  # fmt: skip
    with ThreadPoolExecutor(4) as pool:
        said = list(pool.map(lambda _: run(CLAIM, tmp_path, DATABASE_URL=postgresql), range(4)))
    assert sorted(said) == ["mine", "taken", "taken", "taken"]


def test_so_it_is_with_sqlite(tmp_path):
    run("from django.core.management import call_command; call_command('migrate', verbosity=0)", tmp_path)
    with ThreadPoolExecutor(4) as pool:
        said = list(pool.map(lambda _: run(CLAIM, tmp_path), range(4)))
    assert sorted(said) == ["mine", "taken", "taken", "taken"]


def test_the_first_migrations_are_whole_on_postgresql(postgresql, tmp_path):
    code = (
        "from django.core.management import call_command\n"
        "call_command('migrate', verbosity=0)\n"
        "call_command('makemigrations', check=True, dry_run=True, verbosity=0)\n"
        "from django.core.checks import run_checks\n"
        "print(len(run_checks(databases=['default'])))\n"
    )
    assert run(code, tmp_path, DATABASE_URL=postgresql) == "0"


def test_plain_granian_and_celery_refuse_wrong_settings(tmp_path):
    """Without `up` in front, the processes themselves must not run with another database than meant."""
    broken = clean_environment(DATA_DIR=str(tmp_path), DATABASE_URL="mysql://a:b@c/d")
    for command in (
        ["-c", "import outreach.wsgi"],
        ["-m", "celery", "-A", "outreach", "worker", "--pool", "threads"],
    ):
        done = subprocess.run(
            [sys.executable, *command], env=broken,
            cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 1, done.stderr
        assert "DATABASE_URL" in done.stderr
        assert not (tmp_path / "outreach.sqlite3").exists()
