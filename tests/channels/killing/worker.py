"""Run in a process of its own: sweeps until it is killed. Its leases are short, so that the test is."""

import datetime
import time

import django

django.setup()

from channels import delivery  # noqa: E402

delivery.LEASE = datetime.timedelta(seconds=3)
while True:
    delivery.sweep()
    time.sleep(0.05)
