"""The Bundesagentur, against a server that wants a client certificate."""

from __future__ import annotations

import base64
import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from channels import delivery, publishing
from channels.adapters.boards import ba
from channels.models import Channel, Delivery
from channels.sending.agency import Agency
from channels.sending.errors import SendError
from channels.staff.channels.setup import save_channel
from tests.channels.adapters.boards.conftest import uploaded
from tests.channels.receivers import agency

NOON = datetime.datetime(2026, 11, 23, 11, 0, tzinfo=datetime.UTC)
WOHNGELD = "Sachbearbeiter*in - Wohngeld"


def test_an_ad_goes_there_and_ends_there(board, catalogue, server, publish, approver):
    posting = publish(title=WOHNGELD)
    ba.send(Delivery.objects.get())
    (file,) = uploaded(server)
    number = file.findtext("Data/JobPositionPosting/JobPositionPostingId")
    assert file.findtext("Header/TypeOfLoad") == "D" and number == f"12345-{posting.pk}-S"
    Delivery.objects.update(state="sent")
    publishing.close(posting, by=approver)
    server.files.clear()
    ba.send(Delivery.objects.get(action="close"))
    assert uploaded(server)[0].findtext("Data/DeleteEntry/EntryId") == number


def test_many_ads_in_one_file(board, catalogue, server, publish):
    for _number in range(3):
        publish(title=WOHNGELD)
    rows = list(Delivery.objects.all())
    assert len({ba.together(row) for row in rows}) == 1
    remote = ba.send_bundle(rows)
    assert remote == {"file": next(iter(server.files)), "count": 3}
    assert uploaded(server)[0].findtext("Header/Amount") == "3"


def test_without_catalogue_nothing_is_sent_and_the_reason_told(board, server, publish, catalogue, tmp_path):
    moved = catalogue.rename(tmp_path / "away.xml")
    publish(title=WOHNGELD)
    row = Delivery.objects.get()
    assert ba.together(row) is None
    with pytest.raises(SendError, match=r"vam_beruf_kurz\.xml") as caught:
        ba.send(row)
    assert caught.value.permanent and server.files == {}
    moved.rename(catalogue)
    ba.send(row)  # once it is there, another try is enough
    assert len(server.files) == 1


def test_the_outbox_makes_one_file_of_what_is_due_by_day(board, catalogue, server, publish):
    for title in (WOHNGELD, "Unbekanntes", WOHNGELD):
        publish(title=title)
    Delivery.objects.update(due_at=NOON - datetime.timedelta(days=1))
    delivery.sweep(NOON.replace(hour=22))
    assert server.files == {}
    delivery.sweep(NOON + datetime.timedelta(days=1))
    (file,) = uploaded(server)
    assert file.findtext("Header/Amount") == "2"
    states = Delivery.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["sent", "failed", "sent"]


@pytest.mark.parametrize("wrong", ["pin", "none", "other"])
def test_a_wrong_certificate_is_told(board, catalogue, server, publish, wrong, tmp_path):
    if wrong == "pin":
        board.secrets = {**board.secrets, "pin": "secret-wrong"}
    elif wrong == "none":
        board.secrets = {}
    else:
        board.secrets = {**board.secrets, "certificate": base64.b64encode(agency.Keys(tmp_path).p12).decode()}
    assert ba.check(board) != []
    publish(title=WOHNGELD)
    row = Delivery.objects.get()
    row.channel.secrets = board.secrets
    with pytest.raises(SendError) as caught:
        ba.send(row)
    assert "secret-wrong" not in str(caught.value) and server.files == {}


def test_the_connection_can_be_checked(board, catalogue, server):
    assert ba.check(board) == []
    catalogue.unlink()
    assert "Berufsverzeichnis" in ba.check(board)[0]


def test_error_files_are_read_for_our_ads(board, server):
    server.reports = {
        "ESP000123456_1.xml": b"<Fehler><Id>12345-17-S</Id><Text>TitleCode &amp; Degree</Text></Fehler>",
        "other.xml": b"",
        "../../etc/ESP": b"",
    }
    (report,) = Agency(board).reports()
    assert report.postings == [17] and "TitleCode & Degree" in report.excerpt


def test_the_form(server, keys):
    good = {
        "supplier": "P000123456",
        "alliance": "12345",
        "hiring_org": "V1",
        "pin": "1",
        "server": server.url,
    }
    files = {"certificate": SimpleUploadedFile("stadt.p12", keys.p12)}
    assert ba.OPTIONS(good, files).is_valid()
    assert not ba.OPTIONS({**good, "supplier": "12"}, files).is_valid()
    assert ba.OPTIONS.base_fields["certificate"].secret and ba.OPTIONS.base_fields["pin"].secret


def test_a_new_channel_brings_all_open_ads_there(catalogue, publish, board, server):
    Channel.objects.update(active=False)
    for _number in range(3):
        publish(title=WOHNGELD)
    assert not Delivery.objects.exists()
    board.active = True
    save_channel(board)
    Delivery.objects.update(due_at=NOON - datetime.timedelta(days=1))
    delivery.sweep(NOON)
    (file,) = uploaded(server)
    assert file.findtext("Header/Amount") == "3"
