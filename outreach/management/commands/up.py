"""`manage.py up`: the whole service in one process tree, after all that must be right has been checked."""

from __future__ import annotations

import os
import sys
import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from outreach.processes import preflight, startup, supervisor, ties
from outreach.processes.preflight import NotReady

#: So long the processes of a killed service may take to let go of the port.
LET_GO_SECONDS = 15.0
BROKER_AWAY = (
    "Hinweis: Der Broker (CELERY_BROKER_URL) antwortet nicht. Die Seiten gehen; versendet wird, sobald er "
    "wieder da ist. Nichts geht verloren."
)


class Command(BaseCommand):
    """Starts web, worker and schedule; stops them on Ctrl-C or SIGTERM."""

    help = "Startet den Dienst: Web, Arbeit im Hintergrund und Zeitplan in einem Prozessbaum."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        only = parser.add_mutually_exclusive_group()
        only.add_argument("--web-only", action="store_true", help="Nur die Webseiten")
        only.add_argument("--worker-only", action="store_true", help="Nur Arbeit im Hintergrund und Zeitplan")

    def handle(self, *args: Any, web_only: bool, worker_only: bool, **options: Any) -> None:
        sys.stdout.reconfigure(line_buffering=True)  # also when it goes to a file or a journal
        if os.environ.get("OUTREACH_ENDS_WITH_PARENT"):  # set by `make run`
            ties.die_with(os.getppid())
        try:
            lock = self._prepare(web=not worker_only, alone=not (web_only or worker_only))
        except NotReady as error:
            self.stderr.write(f"Der Dienst startet nicht.\n{error}")
            sys.exit(1)
        children = [] if worker_only else [supervisor.web(settings.HOST, settings.PORT)]
        children += [] if web_only else [supervisor.worker()]
        supervisor.Supervisor(children).run(self._announce if not worker_only else lambda: None)
        startup.ended()
        if lock:
            lock.close()
        self.stdout.write("Der Dienst ist beendet.")

    def _prepare(self, *, web: bool, alone: bool) -> Any:
        preflight.environment_readable()
        preflight.data_dir()
        lock = startup.only_one() if alone else None
        if web:
            self._wait_for_port(startup.unclean_end() if alone else False)
        preflight.database()
        for warning in preflight.system_checks():
            self.stdout.write(self.style.WARNING(f"Hinweis: {warning}"))
        preflight.rules()
        preflight.language()
        if startup.migrate():
            self.stdout.write("Die Tabellen sind auf dem neuesten Stand.")
        if web:
            startup.collect_static()
        if alone:
            startup.empty_broker()
            self._tell_demo()
        if not preflight.broker_answers():
            self.stdout.write(self.style.WARNING(BROKER_AWAY))
        return lock

    def _wait_for_port(self, unclean: bool) -> None:
        """After a kill -9 the old processes are just ending; otherwise a taken port is told at once."""
        deadline = time.monotonic() + (LET_GO_SECONDS if unclean else 0)
        while True:
            try:
                return preflight.port()
            except NotReady:
                if time.monotonic() >= deadline:
                    startup.ended()
                    raise
                time.sleep(0.25)

    def _tell_demo(self) -> None:
        if logins := startup.load_demo():
            self.stdout.write(f"\n{logins}\n")

    def _announce(self) -> None:
        host = f"[{settings.HOST}]" if ":" in settings.HOST else settings.HOST
        address = settings.PUBLIC_URL or f"http://{host}:{settings.PORT}"
        self.stdout.write(f"Der Dienst läuft: {address}/  (beenden mit Strg+C)")
