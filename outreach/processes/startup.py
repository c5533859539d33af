"""What a start does before the processes run: one start per folder, tables, static files, demo city."""

from __future__ import annotations

import fcntl
import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.files.storage import Storage
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from whitenoise.storage import CompressedManifestStaticFilesStorage

from outreach import checks
from outreach.background import broker
from outreach.processes.preflight import NotReady

_MIGRATION_LOCK = 0x6F757472  # any fixed number, the same in all our processes


def only_one() -> TextIO:
    """Holds the folder of data for this process; the kernel gives it back when the process ends."""
    file = (settings.DATA_DIR / "up.lock").open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        file.close()
        raise NotReady(
            f"Der Dienst läuft schon mit dem Ordner {settings.DATA_DIR}. Beenden Sie ihn zuerst (Strg+C), "
            f"oder nehmen Sie einen anderen Ordner: DATA_DIR=/pfad make run."
        ) from error
    return file


def unclean_end() -> bool:
    """True if the last start did not end by itself (kill -9, power cut); from now on this one runs."""
    mark = settings.DATA_DIR / "up.running"
    before = mark.exists()
    mark.touch()
    return before


def ended() -> None:
    """The service ended by itself."""
    (settings.DATA_DIR / "up.running").unlink(missing_ok=True)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Of several machines that start at once, one migrates and the others wait (PostgreSQL)."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_MIGRATION_LOCK])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_MIGRATION_LOCK])


def migrate() -> bool:
    """Bring the tables up to date; True if there was something to do."""
    with _one_at_a_time():
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if plan:
            call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    return bool(plan)


def collect_static() -> bool:
    """Hashed and compressed copies of the static files, only when a source changed."""
    stamp = settings.STATIC_ROOT / ".sources"
    current = _fingerprint()
    if settings.STATIC_COLLECTED and stamp.exists() and stamp.read_text() == current:
        return False
    _collect()
    stamp.write_text(current)
    return True


def _fingerprint() -> str:
    seen = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            seen.update(f"{path} {storage.size(path)} {storage.get_modified_time(path)}\n".encode())
    return seen.hexdigest()


def _collect() -> None:
    """As `collectstatic`, with the storage of a collected service also on the very first start."""
    shutil.rmtree(settings.STATIC_ROOT, ignore_errors=True)
    storage = CompressedManifestStaticFilesStorage()
    found: dict[str, tuple[Storage, str]] = {}
    for finder in get_finders():
        for path, source in finder.list([]):
            if path not in found:
                found[path] = (source, path)
                with source.open(path) as file:
                    storage.save(path, file)
    for _name, _hashed, outcome in storage.post_process(found):
        if isinstance(outcome, Exception):
            raise outcome


def empty_broker() -> None:
    """What a stopped service left in the embedded broker is of no use: the database knows what is due."""
    if settings.CELERY_BROKER_URL.startswith(broker.SCHEME):
        broker.reset(settings.DATA_DIR / "broker", settings.CELERY_TASK_DEFAULT_QUEUE)


def load_demo() -> str:
    """On one's own machine, an empty service gets the demo city. Returns the table of its log-ins."""
    from outreach.demo.load import load
    from outreach.management.commands.load_demo import table
    from outreach.people.models import User

    if not checks.demo_is_allowed() or User.objects.exists():
        return ""
    return table(load())
