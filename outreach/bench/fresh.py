"""Run in a process of its own (`python -m outreach.bench.fresh`): ads as JSON in, figures as JSON out."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path
from typing import NamedTuple


class Fresh(NamedTuple):
    """Seconds to load and for the very first ad; megabytes after all ads."""

    load: float
    first: float
    memory: float


def measure(ads: list[str]) -> Fresh:
    """Only sound in a process that has not loaded the review yet."""
    start = time.perf_counter()
    from postings.review import review, warm_up

    warm_up()
    loaded = time.perf_counter()
    review(ads[0])
    first = time.perf_counter()
    for ad in ads[1:]:
        review(ad)
    return Fresh(loaded - start, first - loaded, most_memory())


def most_memory() -> float:
    """The most megabytes this process has held; on Linux getrusage would count the parent before exec."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    print(json.dumps(measure(json.load(sys.stdin))))
