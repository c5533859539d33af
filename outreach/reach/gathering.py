"""What gathers in memory is written by a thread of its own, regularly and once more at the end."""

from __future__ import annotations

import multiprocessing.util
import os
import threading

from django.db import close_old_connections, connection


class Gathering:
    """Safe with threads, and with processes that fork. A subclass says what gathers and how it is written."""

    #: The thread's name.
    name = ""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._forget()

    def _forget(self) -> None:
        """Start empty: what a parent process gathered is the parent's to write."""
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def flush(self) -> bool:
        """Write what waits. False if the database did not take it; it is then kept for the next time."""
        raise NotImplementedError

    def start(self) -> None:
        """Write regularly from now on, and once more at the end of this process."""
        if self._thread is not None:
            return
        with self._lock:
            if self._thread is not None:
                return
            self._thread = threading.Thread(target=self._run, name=self.name, daemon=True)
        os.register_at_fork(after_in_child=self._forget)
        # granian's workers are multiprocessing processes: `atexit` does not run in them, this does,
        # and in any other process `multiprocessing` itself runs it at exit.
        multiprocessing.util.Finalize(None, self.stop, exitpriority=100)
        self._thread.start()

    def stop(self) -> None:
        """End the thread and write what is left."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(timeout=5)
        self._write_the_rest()
        connection.close()

    def _write_the_rest(self) -> None:
        self.flush()

    def _run(self) -> None:
        while not self._stop.wait(self.seconds):
            close_old_connections()
            self.flush()
            close_old_connections()
        connection.close()
