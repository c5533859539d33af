"""Run in a process of its own: the Celery worker of `up`, with short leases and quick beats."""

import datetime

import django

django.setup()

from channels.delivery.lane import leases  # noqa: E402
from outreach.celery import app  # noqa: E402
from outreach.processes import supervisor  # noqa: E402

leases.LEASE = datetime.timedelta(seconds=5)
app.conf.beat_schedule["deliver_due"]["schedule"] = 1.0
options = supervisor.worker().command
app.worker_main(options[options.index("worker") :])
