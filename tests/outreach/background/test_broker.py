"""The embedded broker: whole messages, each taken once, none lost."""

from __future__ import annotations

import json
import multiprocessing
import shutil
import threading
from pathlib import Path
from queue import Empty

import pytest
from kombu import Connection

from outreach.background import broker

QUEUE = "outreach"


@pytest.fixture
def folder(tmp_path) -> Path:
    broker.register()
    broker.reset(tmp_path / "broker", QUEUE)
    return tmp_path / "broker"


def connect(folder: Path) -> Connection:
    return Connection(
        "embedded://localhost", transport_options={"folder": str(folder), "polling_interval": 0.01}
    )


def write(folder: Path, writer: int, number: int) -> None:
    with connect(folder) as connection, connection.Producer() as producer:
        for index in range(number):
            producer.publish(
                {"id": f"{writer}-{index}", "filler": "x" * 20_000},
                exchange="", routing_key=QUEUE, serializer="json",
            )  # fmt: skip


def read(folder: Path, done: threading.Event, found: list[str]) -> None:
    """Takes until the writers are done and nothing is left; a half message would raise."""
    channel = connect(folder).channel()
    while True:
        finished = done.is_set()  # asked before looking, so that nothing written in between is missed
        try:
            message = channel._get(QUEUE)
        except Empty:
            if finished:
                return
            continue
        found.append(json.loads(channel.decode_body(message["body"], "base64"))["id"])


def test_many_writers_and_readers_lose_nothing_and_take_nothing_twice(folder):
    writers, each = 4, 60
    fork = multiprocessing.get_context("fork")
    processes = [fork.Process(target=write, args=(folder, n, each)) for n in range(writers)]
    done, found = threading.Event(), []
    readers = [threading.Thread(target=read, args=(folder, done, found)) for _ in range(4)]
    for runner in [*processes, *readers]:
        runner.start()
    for process in processes:
        process.join(60)
        assert process.exitcode == 0
    done.set()
    for reader in readers:
        reader.join(60)
    sent = [f"{writer}-{index}" for writer in range(writers) for index in range(each)]
    assert sorted(found) == sorted(sent)
    assert list((folder / "messages").iterdir()) == []
    assert list((folder / "taken").iterdir()) == []


def test_messages_come_in_the_order_they_were_sent(folder):
    write(folder, 1, 5)
    channel = connect(folder).channel()
    taken = [json.loads(channel.decode_body(channel._get(QUEUE)["body"], "base64"))["id"] for _ in range(5)]
    assert taken == [f"1-{index}" for index in range(5)]


def test_drafts_of_a_killed_writer_are_never_read(folder):
    (folder / "messages" / ".abc.draft").write_text("{half")
    channel = connect(folder).channel()
    assert channel._size(QUEUE) == 0
    with pytest.raises(Empty):
        channel._get(QUEUE)


def test_an_unreadable_message_is_put_aside_and_the_next_one_is_taken(folder):
    (folder / "messages" / f"00000000000000000001_x.{QUEUE}.msg").write_text("{half")
    write(folder, 1, 1)
    assert connect(folder).channel()._get(QUEUE)["body"]


def test_a_deleted_folder_is_made_again(folder):
    channel = connect(folder).channel()
    shutil.rmtree(folder)
    channel._put(QUEUE, {"body": "x"})
    assert channel._get(QUEUE) == {"body": "x"}


def test_bindings_are_written_whole_and_once(folder):
    channel = connect(folder).channel()
    for _ in range(3):
        channel._queue_bind("celery", "a", "", "a")
        channel._queue_bind("celery", "b", "", "b")
    assert [row.queue for row in channel.get_table("celery")] == ["a", "b"]
    channel._delete("a", "celery", "a", "")
    assert [row.queue for row in channel.get_table("celery")] == ["b"]


def test_many_binders_lose_no_binding(folder):
    def bind(number: int) -> None:
        connect(folder).channel()._queue_bind("celery", f"q{number}", "", f"q{number}")

    threads = [threading.Thread(target=bind, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert {row.queue for row in connect(folder).channel().get_table("celery")} == {
        f"q{n}" for n in range(20)
    }


def test_reset_forgets_what_was_left(folder):
    write(folder, 1, 3)
    broker.reset(folder, QUEUE)
    channel = connect(folder).channel()
    assert channel._size(QUEUE) == 0
    assert [row.queue for row in channel.get_table(QUEUE)] == [QUEUE]


def test_purge_removes_only_its_queue(folder):
    channel = connect(folder).channel()
    channel._put(QUEUE, {"body": "x"})
    channel._put("other", {"body": "y"})
    assert channel._purge(QUEUE) == 1
    assert channel._size("other") == 1
