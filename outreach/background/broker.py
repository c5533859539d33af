"""The embedded broker: files in a folder, for a city that runs everything on one machine.

It only carries wake-ups, so a deleted folder loses nothing. Kombu's own `filesystem` transport lets
readers take half-written files; here a message appears whole or not at all (FORMATS §4.3).
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty
from typing import Any

from kombu.transport import TRANSPORT_ALIASES, filesystem
from kombu.utils.json import dumps, loads

logger = logging.getLogger(__name__)

SCHEME = "embedded"
SUBFOLDERS = ("messages", "taken", "control")


def register() -> None:
    """Lets Celery and its command line find `embedded://`."""
    TRANSPORT_ALIASES[SCHEME] = "outreach.background.broker:Transport"


def reset(folder: Path, queue: str) -> None:
    """An empty broker with its one binding: what a stopped service left behind is of no use."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in SUBFOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    write_whole(folder / "control" / f"{queue}.exchange", json.dumps([[queue, "", queue]]).encode())


def write_whole(path: Path, content: bytes) -> None:
    """Write beside, force to disk, move into place: no reader ever sees a part."""
    draft = path.with_name(f".{uuid.uuid4().hex}.draft")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


class Channel(filesystem.Channel):
    """Kombu's file system channel with whole writes, and takes that only one reader wins."""

    @property
    def folder(self) -> Path:
        return Path(self.transport_options["folder"])

    @property
    def messages(self) -> Path:
        return self._made("messages")

    @property
    def taken(self) -> Path:
        return self._made("taken")

    @property
    def control_folder(self) -> Path:
        return self._made("control")

    def _made(self, name: str) -> Path:
        path = self.folder / name
        path.mkdir(parents=True, exist_ok=True)  # somebody may have deleted the folder: go on
        return path

    def _put(self, queue: str, payload: Any, **kwargs: Any) -> None:
        name = f"{time.time_ns():020d}_{uuid.uuid4().hex}.{queue}.msg"
        write_whole(self.messages / name, dumps(payload).encode())

    def _waiting(self, queue: str) -> list[str]:
        ending = f".{queue}.msg"
        names = (entry.name for entry in os.scandir(self.messages))
        return sorted(name for name in names if name.partition(".")[2] == ending[1:])

    def _get(self, queue: str) -> Any:
        for name in self._waiting(queue):
            mine = self.taken / name
            try:
                (self.messages / name).rename(mine)  # one reader wins, the others go on
            except FileNotFoundError:
                continue
            content = mine.read_bytes()
            mine.unlink(missing_ok=True)
            try:
                return loads(content.decode())
            except ValueError:
                logger.warning("Eine unlesbare Nachricht im Ordner des Brokers wurde verworfen.")
        raise Empty

    def _size(self, queue: str) -> int:
        return len(self._waiting(queue))

    def _purge(self, queue: str) -> int:
        names = self._waiting(queue)
        for name in names:
            (self.messages / name).unlink(missing_ok=True)
        return len(names)

    @contextmanager
    def _bindings(self, exchange: str) -> Iterator[list[Any]]:
        """The table to change; written whole on the way out, one writer at a time."""
        with (self.control_folder / f"{exchange}.lock").open("w") as guard:
            filesystem.lock(guard, filesystem.LOCK_EX)
            table = self.get_table(exchange)
            before = list(table)
            yield table
            if table != before:
                write_whole(self._exchange_file(exchange), dumps(table).encode())

    def _queue_bind(self, exchange: str, routing_key: str, pattern: str, queue: str) -> None:
        binding = filesystem.exchange_queue_t(routing_key or "", pattern or "", queue or "")
        if binding in self.get_table(exchange):
            return
        with self._bindings(exchange) as table:
            if binding not in table:
                table.append(binding)

    def _delete(
        self, queue: str, exchange: str, routing_key: str, pattern: str, *args: Any, **kwargs: Any
    ) -> None:
        self._purge(queue)
        binding = filesystem.exchange_queue_t(routing_key or "", pattern or "", queue or "")
        with self._bindings(exchange) as table:
            if binding in table:
                table.remove(binding)


class Transport(filesystem.Transport):
    """`embedded://`; the folder comes with the transport options."""

    Channel = Channel
    default_port = 0

    def driver_version(self) -> str:
        return "1"
