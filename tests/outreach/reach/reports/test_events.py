"""How often invitations to events were opened: all events, one of them, and by channel."""

import datetime

import pytest

from channels.models import Channel
from outreach.reach import releases
from outreach.reach.models import Counter, Kind, Medium
from postings.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def ways():
    return [Channel.objects.create(key=key, name=f"Kanal {key}", kind="email") for key in ("radio", "schule")]


@pytest.fixture
def released(publish, invitation, ways):
    radio, schule = (str(way.pk) for way in ways)
    event = str(invitation.pk)
    return publish("event-channel", ("event", "channel"), {(event, radio): 87, (event, schule): 3})


def words(reply) -> str:
    assert reply.status_code == 200
    return " ".join(reply.content.decode().split())


@pytest.mark.parametrize("role", ["approver", "outreach", "reporting"])
def test_one_event_by_channel(client, person, released, invitation, role):
    client.force_login(person(role))
    page = words(client.get(f"/reichweite/veranstaltungen/{invitation.pk}/"))
    assert "Über welche Kanäle wird „Tag der offenen Tür“ geöffnet?" in page
    assert '"row">Kanal radio' in page and ">85<" in page
    assert '"row">Kanal schule' in page and "unter 5" in page
    assert ">87<" not in page
    assert f"/reichweite/fragen/veranstaltungen/datei.xlsx?teil={invitation.pk}" in page
    assert "Wie viele Menschen da waren, steht hier nicht." in page


def test_before_the_first_release_the_page_says_when(client, person, invitation):
    client.force_login(person("approver"))
    page = words(client.get(f"/reichweite/veranstaltungen/{invitation.pk}/"))
    assert "Noch keine Zahlen zu dieser Veranstaltung" in page and "<h1>Tag der offenen Tür</h1>" in page
    assert client.get("/reichweite/veranstaltungen/4711/").status_code == 404


def test_one_channel_by_event(client, person, released, ways):
    client.force_login(person("reporting"))
    page = words(client.get("/reichweite/fragen/veranstaltungskanaele/"))
    assert f'href="/reichweite/fragen/veranstaltungskanaele/?teil={ways[0].pk}"' in page
    page = words(client.get(f"/reichweite/fragen/veranstaltungskanaele/?teil={ways[0].pk}"))
    assert "Welche Veranstaltungen werden über „Kanal radio“ geöffnet?" in page
    assert '"row">Tag der offenen Tür' in page and "85" in page


def test_the_list_of_events_leads_there(client, person, invitation):
    client.force_login(person("outreach"))
    address = f'href="/reichweite/veranstaltungen/{invitation.pk}/"'
    assert address in words(client.get("/veranstaltungen/"))
    Event.objects.update(starts_at=invitation.announced_at, ends_at=invitation.announced_at)
    page = words(client.get("/veranstaltungen/"))
    assert "Vergangene" in page and address in page
    Event.objects.update(announced_at=None)
    assert address not in words(client.get("/veranstaltungen/"))


def test_marks_about_ads_say_nothing_of_events(client, person, released, publish, ways):
    """Nothing was checked where nothing can be worked out, and that is said."""
    kinds = {("person", str(ways[0].pk)): 250, ("burst", str(ways[0].pk)): 100}
    publish("kind-quarter", ("kind", "channel"), kinds)
    client.force_login(person("reporting"))
    for key in ("veranstaltungen", "veranstaltungskanaele"):
        page = words(client.get(f"/reichweite/fragen/{key}/"))
        assert "auffallend viele" not in page
        assert "Wird nur für Stellen geprüft, nicht für Veranstaltungen." in page


def test_in_english(client, person, released, invitation):
    client.force_login(person("reporting"))
    client.post("/sprache/", {"language": "en"})
    page = words(client.get(f"/reichweite/veranstaltungen/{invitation.pk}/"))
    assert "how many people were there is not shown here" in page and "under 5" in page
    table = client.get("/reichweite/fragen/veranstaltungen/datei.csv").getvalue().decode()
    assert "Tag der offenen Tür" in table and "Checked for jobs only, not for events." in table


def test_from_the_count_to_the_page(client, person, invitation, ways, old_link):
    """The real way: a code that was opened, a release, the page."""
    long_ago = invitation.announced_at - datetime.timedelta(days=30)
    link = invitation.links.create(code="e7m2pxwd", channel=ways[0], created_at=long_ago)
    Counter.objects.create(link=link, slot=long_ago.date(), kind=Kind.PERSON, medium=Medium.LINK, total=33)
    releases.release_due()
    client.force_login(person("outreach"))
    page = words(client.get(f"/reichweite/veranstaltungen/{invitation.pk}/"))
    assert "30 bis 34" in page and ">33<" not in page
