"""Matrix, against a server that behaves like it."""

from __future__ import annotations

import datetime

import pytest

from channels import publishing
from channels.adapters.social import matrix
from channels.sending.errors import SendError


def test_a_message_goes_out_once_however_often_it_is_tried(in_room, room, waiting, sweep):
    row = waiting(in_room, title="Leitung <b>Wohngeld</b> & Soziales")
    matrix.send(row)
    sweep()
    row.refresh_from_db()
    assert row.state == "sent" and row.remote["event_id"] in room.events
    (message,) = room.events.values()
    assert room.transactions == [str(row.uid)] * 2
    assert message["body"] == row.rendition["text"] and message["m.mentions"] == {}
    assert "&lt;b&gt;Wohngeld&lt;/b&gt; &amp; Soziales</b>" in message["formatted_body"]


def test_a_lost_answer_is_tried_again(in_room, room, waiting, sweep):
    row = waiting(in_room)
    room.lose()
    sweep()
    row.refresh_from_db()
    assert row.state == "waiting" and len(room.events) == 1
    matrix.send(row)
    assert len(room.events) == 1


def test_the_end_is_told_in_the_same_message(in_room, room, waiting, sweep, approver):
    row = waiting(in_room)
    sweep()
    publishing.close(row.posting, by=approver)
    sweep()
    first, second = room.events.items()
    assert second[1]["m.relates_to"] == {"rel_type": "m.replace", "event_id": first[0]}
    assert second[1]["m.new_content"]["body"].startswith("Nicht mehr frei: ")


def test_the_message_can_be_redacted_instead(in_room, room, waiting, sweep, approver):
    in_room.options["at_end"] = "delete"
    in_room.save()
    row = waiting(in_room)
    sweep()
    publishing.close(row.posting, by=approver)
    sweep()
    assert room.redacted == set(room.events)


@pytest.mark.usefixtures("approved_before_the_check")
def test_events_larger_than_allowed_are_never_sent(in_room, room, waiting):
    row = waiting(in_room, title='"&<' * 66, place='"&<ä😀' * 3000)
    matrix.send(row)
    assert len(room.events) == 1


def test_too_fast(in_room, room, waiting):
    room.refuse(429, {"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 2500})
    with pytest.raises(SendError) as caught:
        matrix.send(waiting(in_room))
    assert caught.value.retry_after == datetime.timedelta(seconds=2.5) and not caught.value.permanent


def test_a_room_that_is_closed_to_us(in_room, room, waiting):
    room.rooms = ()
    with pytest.raises(SendError, match="laden Sie es ein") as caught:
        matrix.send(waiting(in_room))
    assert caught.value.permanent


def test_the_connection_can_be_checked(in_room, room):
    assert matrix.check(in_room) == []
    room.encrypted = True
    assert "verschlüsselt" in matrix.check(in_room)[0]
    room.rooms = ()
    assert "nicht im Raum" in matrix.check(in_room)[0]
    in_room.secrets = {}
    assert "Zugangstoken" in matrix.check(in_room)[0]


def test_events_are_told_again(in_room, room, tell_event):
    row = tell_event(in_room, "publish")
    tell_event(in_room, "change")
    edit, answer = list(room.events.values())[1:]
    assert edit["m.relates_to"]["event_id"] == row.remote["event_id"]
    assert answer["m.relates_to"]["m.in_reply_to"]["event_id"] == row.remote["event_id"]
    assert answer["body"].startswith("Termin geändert")
