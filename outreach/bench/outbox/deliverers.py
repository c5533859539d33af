"""One sending process of the measurement: `python -m … bare|outbox <number> <of>`.

Says "ready", works off a round for every line it is given, and says how much computing time that took.
"""

from __future__ import annotations

import sys
import time

import django

django.setup()

from django.utils import timezone  # noqa: E402

from channels import delivery  # noqa: E402
from channels.delivery import sweeping  # noqa: E402
from channels.models import Delivery  # noqa: E402
from channels.sending import http  # noqa: E402
from channels.webhooks import payload, signing  # noqa: E402

State = Delivery.State


class Bare:
    """The same signed requests in a loop: no database, no order, nothing written down."""

    def __init__(self, number: int, of: int) -> None:
        rows = Delivery.objects.select_related("channel").order_by("destination", "pk")
        channels = {row.channel_id: row.channel for row in rows}
        lanes = sorted({row.destination_id for row in rows})
        mine = {lane for lane in lanes if lanes.index(lane) % of == number}
        self.rounds: dict[str, list] = {}
        for row in rows:
            if row.destination_id in mine:
                item = (channels[row.channel_id], str(row.uid), row.rendition["message"])
                self.rounds.setdefault(row.lease_owner, []).append(item)

    def work(self, name: str) -> None:
        for channel, uid, message in self.rounds[name]:
            body = payload.body(message)
            head = signing.headers(channel, uid, body, timezone.now())
            http.request(
                "POST", channel.options["address"], body=body.encode(), headers=head, repeatable=True
            )


class Outbox:
    """What a worker does when it is woken."""

    def __init__(self, number: int, of: int) -> None:
        sweeping.settle_memory()  # workers have long done that when the first message comes
        Delivery.objects.exists()

    def work(self, name: str) -> None:
        left = Delivery.objects.filter(state__in=[State.WAITING, State.SENDING])
        while left.filter(due_at__lte=timezone.now()).exists():
            delivery.wake()
            time.sleep(0.02)


def main(how: str, number: str, of: str) -> None:
    """Round after round."""
    worker = {"bare": Bare, "outbox": Outbox}[how](int(number), int(of))
    print("ready", flush=True)
    for line in sys.stdin:
        before = time.process_time()
        worker.work(line.strip())
        print(time.process_time() - before, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
