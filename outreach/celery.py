"""The Celery application. The broker only carries wake-ups; the database is the truth."""

from __future__ import annotations

import os
import warnings
from typing import Any

from celery import Celery
from celery.signals import beat_embedded_init, beat_init, worker_init

from outreach import environment
from outreach.background import broker
from outreach.processes import ties

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "outreach.settings")
broker.register()
# Containers often have only root; what makes it dangerous for Celery (pickle) is not accepted here.
warnings.filterwarnings("ignore", message=r"\s*You're running the worker with superuser privileges")

app = Celery("outreach")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_init.connect
@beat_init.connect
def refuse_wrong_settings(**kwargs: Any) -> None:
    """A worker with another database than the one meant would do harm quietly."""
    environment.refuse_problems()


@beat_embedded_init.connect
def end_with_the_worker(**kwargs: Any) -> None:
    """The schedule is a child process of the worker."""
    from billiard import process

    if parent := getattr(process.current_process(), "_parent_pid", None):
        ties.die_with(parent)
