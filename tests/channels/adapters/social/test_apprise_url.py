"""Services by apprise: only through our own client, one message, doubt is told, addresses stay secret."""

from __future__ import annotations

import json
import logging

import pytest

from channels import publishing
from channels.adapters.social import apprise_url
from channels.models import Channel, Delivery
from channels.sending.errors import SendError, Unconfirmed
from channels.sending.walls.services import opened
from channels.staff.channels.options import options_form, take_over
from tests.channels.receivers.server import Receiver, Reply

SECRET = "hidden-key-4711"


class Service(Receiver):
    def answer(self, request):
        return Reply(200, {"ok": True})

    @property
    def messages(self) -> list[dict]:
        return [json.loads(request.body) for request in self.requests]


@pytest.fixture
def service():
    with Service() as server:
        yield server


@pytest.fixture
def channel(db, service) -> Channel:
    address = service.url.replace("http://", "json://") + f"/hook/{SECRET}"
    return Channel.objects.create(key="dienst", name="Dienst", kind="apprise_url", secrets={"url": address})


def test_one_message_and_a_second_one_at_the_end(channel, service, waiting, sweep, approver):
    row = waiting(channel)
    sweep()
    publishing.close(row.posting, by=approver)
    sweep()
    first, second = service.messages
    assert first["title"] == row.rendition["head"] and first["message"] == row.rendition["body"]
    assert second["title"].startswith("Nicht mehr frei: ")
    assert set(Delivery.objects.values_list("state", flat=True)) == {"sent"}


def test_a_lost_answer_is_asked_about(channel, service, waiting, sweep):
    row = waiting(channel)
    service.lose()
    sweep()
    sweep()
    row.refresh_from_db()
    assert row.state == "unconfirmed" and len(service.requests) == 1


@pytest.mark.parametrize(("status", "kind"), [(500, Unconfirmed), (404, SendError), (429, SendError)])
def test_refusals(channel, service, waiting, status, kind):
    service.refuse(status, {})
    with pytest.raises(kind) as caught:
        apprise_url.send(waiting(channel))
    assert isinstance(caught.value, Unconfirmed) == (kind is Unconfirmed)
    assert caught.value.permanent == (status == 404)
    assert len(service.requests) == 1


def test_redirects_are_not_followed(channel, service, waiting):
    service.refuse(302, {}, Location=f"{service.url}/other")
    with pytest.raises(SendError):
        apprise_url.send(waiting(channel))
    assert len(service.requests) == 1


@pytest.mark.parametrize(
    "host", ["10.0.0.1", "169.254.169.254", "[::1]", "2130706433", "localhost", "100.64.0.1"]
)
def test_private_addresses_are_never_called(channel, service, waiting, settings, host):
    settings.OUTGOING_LOOPBACK = False
    row = waiting(channel)
    row.channel.secrets = {"url": f"json://{host}/x"}
    with pytest.raises(SendError):
        apprise_url.send(row)
    form = apprise_url.OPTIONS({"url": f"jsons://{host}/x"})
    assert not form.is_valid()
    assert service.requests == []


@pytest.mark.parametrize(
    "address",
    [
        "mailto://user:pass@stadt.example", "syslog://", "rsyslog://10.0.0.1", "mqtt://10.0.0.1/topic",
        "irc://10.0.0.1/#x", "nostr://x", "aprs://DF1JSL-15:12345@DF1ABC", "windows://", "dbus://",
        "tgram://123456789:abcdefg_hijklmnop/12315544/", "mastodon://key@social.example",
        "nothing://x", "text",
        "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/%23eins/%23zwei",
        "discord://4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js?template=/etc/passwd",
        "discord://4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js?x=1&%54emplate=http://10.0.0.1",
        "fcm://project@key/device?keyfile=/etc/passwd", "vapid://user@stadt.example",
    ],
)  # fmt: skip
def test_addresses_we_do_not_use(address):
    with pytest.raises(SendError) as caught:
        opened(address)
    assert caught.value.permanent


@pytest.mark.parametrize(
    "address",
    [
        "discord://4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js",
        "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/%23eins",
        "ntfys://ntfy.stadt.example/stellen",
        "mmosts://chat.stadt.example/3ccdd113474722377935511fc85d3dd4",
    ],
)
def test_services_people_use(address):
    assert opened(address).retry == 0


def test_a_star_stays_a_star(channel, waiting):
    row = waiting(channel, title="Gärtner*in und Leiter*in")
    channel.secrets = {"url": "discord://4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js"}
    from channels.sending.walls.services import escaped

    assert "Gärtner\\*in und Leiter\\*in" in escaped(row.rendition["text"], channel.secrets["url"])
    assert apprise_url.size(channel).measure("*") == 2


def test_the_key_gets_nowhere(channel, service, waiting, caplog, sweep):
    caplog.set_level(logging.DEBUG)
    row = waiting(channel)  # loads apprise
    logging.getLogger("apprise").disabled = False  # as whoever configures logging after that leaves it
    service.refuse(400, {"error": SECRET})
    with pytest.raises(SendError) as caught:
        apprise_url.send(row)
    error: BaseException | None = caught.value
    while error:
        assert SECRET not in repr(error) + str(error) + repr(vars(error))
        error = error.__cause__ or error.__context__
    sweep()
    assert SECRET not in caplog.text and SECRET not in apprise_url.lane(channel)


def test_an_empty_field_keeps_the_address(channel):
    form = options_form(channel, {})
    assert form.is_valid()
    take_over(form, channel)
    assert channel.secrets["url"].endswith(SECRET) and SECRET not in str(options_form(channel))


def test_the_connection_can_be_checked(channel):
    assert apprise_url.check(channel) == []
    channel.secrets = {}
    assert apprise_url.check(channel)
