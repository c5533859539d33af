"""A city whose messages wait for their round: `python -m … <port> <count> <rounds> <host>…`.

`python -m … due <round>`: that round is due now.
"""

from __future__ import annotations

import datetime
import sys

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from channels.adapters import registry  # noqa: E402
from channels.models import Channel, Delivery, Partner  # noqa: E402
from channels.publishing import outbox  # noqa: E402
from channels.webhooks import signing  # noqa: E402
from outreach.people.models import User  # noqa: E402
from postings import workflow  # noqa: E402
from postings.models import Posting, PostingVersion, State  # noqa: E402

_LATER = datetime.datetime(2100, 1, 1, tzinfo=datetime.UTC)
_TEXT = "Wir suchen Verstärkung für unser Team.\n\n## Ihre Aufgaben\n- Sie beraten Menschen.\n" * 3


def main(port: str, count: str, rounds: str, *hosts: str) -> None:
    """One channel per host, as many published ads as it takes."""
    call_command("migrate", verbosity=0)
    user = User.objects.create_user("bench", "bench@stadt.example")
    channels = [_channel(host, f"http://{host}:{port}/stellen") for host in hosts]
    ads = [_ad(user, number) for number in range(-(-int(count) // len(channels)))]
    pairs = [(version, channel) for version in ads for channel in channels][: int(count)]
    lanes = {channel.pk: outbox.destination_of(channel) for channel in channels}
    webhook = registry.get("webhook")
    renditions = {channel.pk: webhook.render(ads[0], channel) for channel in channels}
    Delivery.objects.bulk_create(
        Delivery(
            channel=channel,
            version=version,
            action=Delivery.Action.PUBLISH,
            key=outbox.key_of(Delivery.Action.PUBLISH, version=version),
            rendition=renditions[channel.pk],
            destination=lanes[channel.pk],
            lease_owner=f"round {number * int(rounds) // len(pairs)}",
            due_at=_LATER,
        )
        for number, (version, channel) in enumerate(pairs)
    )


def _channel(host: str, address: str) -> Channel:
    partner = Partner.objects.create(name=host, kind="association", status="active", email="a@b.example")
    return Channel.objects.create(
        key=host.replace(".", "-"),
        name=host,
        kind="webhook",
        partner=partner,
        options={"address": address, "proven": address},
        secrets={"key": signing.new_key()},
    )


def _ad(user: User, number: int) -> PostingVersion:
    posting = workflow.create(by=user, title=f"Stelle {number}", text=_TEXT)
    Posting.objects.filter(pk=posting.pk).update(state=State.PUBLISHED, approved=posting.current)
    return posting.current


def due(number: str) -> None:
    """This round's rows may be sent."""
    Delivery.objects.filter(lease_owner=f"round {number}").update(due_at=timezone.now())


if __name__ == "__main__":
    due(*sys.argv[2:]) if sys.argv[1] == "due" else main(*sys.argv[1:])
