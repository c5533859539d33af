"""The tracked link against a bare Django redirect, both on granian as `up` runs it."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path
from typing import NamedTuple

from outreach.bench import load, server

ROUNDS = 5
SECONDS = 1.0
BARE = ["--factory", "outreach.bench.bare:make_application"]


class Comparison(NamedTuple):
    """Requests per second of each round, in pairs of the same moment."""

    bare: list[float]
    tracked: list[float]

    @property
    def ratio(self) -> float:
        """The median of the pairs' ratios."""
        return statistics.median(ours / theirs for theirs, ours in zip(self.bare, self.tracked, strict=True))


def compare(rounds: int = ROUNDS, seconds: float = SECONDS) -> Comparison:
    """Both servers run beside each other, one is asked at a time, turn by turn."""
    with tempfile.TemporaryDirectory(prefix="outreach-bench-") as folder:
        code = server.make_city(Path(folder))
        with server.running(folder, BARE) as bare, server.running(folder) as tracked:
            path = f"/l/{code}"
            for port in (bare, tracked):  # warm up
                load.redirects_per_second(port, path, seconds / 2)
            found = Comparison([], [])
            for number in range(rounds):
                turns = [(bare, found.bare), (tracked, found.tracked)]
                for port, figures in turns if number % 2 else reversed(turns):
                    figures.append(load.redirects_per_second(port, path, seconds))
    return found
