"""Makes the large database in a folder of its own, asks, and throws it away."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

from django.conf import settings

from outreach.bench import server

#: Of the full 50,000 ads; `manage.py bench --years --share 1` makes all of them (some minutes, some GB).
SHARE = 0.1
GOAL = 0.5


class Found(NamedTuple):
    """How large it was, and seconds per page and per question; per file until its first byte and its last."""

    ads: int
    made_in: float
    pages: dict[str, float]
    counts: dict[str, float]
    files: dict[str, tuple[float, float]]
    #: See `releasing.release`.
    week: dict[str, float]

    @property
    def slow(self) -> list[str]:
        """What took longer than the goal: of files the first byte counts, the last one is told beside it."""
        first_bytes = {name: first for name, (first, _last) in self.files.items()}
        answers = {**self.pages, **first_bytes, **self.counts}
        return [name for name, seconds in answers.items() if seconds > GOAL]


def measure(share: float = SHARE) -> Found:
    """In processes of their own, on a database of their own."""
    with tempfile.TemporaryDirectory(prefix="outreach-bench-") as folder:
        began = time.perf_counter()
        _run(folder, "manage.py", "migrate", "--verbosity", "0")
        ads = int(_run(folder, "-m", "outreach.bench.years.making", str(share)))
        made = time.perf_counter() - began
        found = json.loads(_run(folder, "-m", "outreach.bench.years.asking"))
        week = json.loads(_run(folder, "-m", "outreach.bench.years.releasing"))
    files = {name: (first, last) for name, (first, last) in found["files"].items()}
    return Found(ads, made, found["pages"], found["counts"], files, week)


def _run(folder: str, *words: str) -> str:
    done = subprocess.run(  # noqa: S603  (a fixed command)
        [sys.executable, *words], check=True, stdout=subprocess.PIPE, text=True,
        env=server.environment(folder), cwd=settings.BASE_DIR,
    )  # fmt: skip
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""
