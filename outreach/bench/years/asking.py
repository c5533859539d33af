"""Opens every report page in the large database, and counts from the sums. Prints seconds as JSON.

`python -m outreach.bench.years.asking`: pages are taken from the map of addresses, so that none is forgotten.
"""

from __future__ import annotations

import datetime
import json
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial

from outreach.bench.years.making import EMAIL, FIRST, UNTIL

TIMES = 3
#: Seconds after which nothing is asked again: it is too slow anyway.
LONG = 5.0
#: What one answer of a question leads to: one channel's ads, one ad's channels, one partner's ads.
_PARTS = (
    "kanaele/?teil=1",
    "stellen/?teil=1",
    "partner/?teil=1",
    "kanaele/datei.csv?teil=1",
    "partner/datei.csv?teil=1",
)
_QUESTIONS = (("family", "channel"), ("channel", "month"), ("language", "channel"), ("kind",), ("medium",))


def ask() -> dict[str, dict]:
    """{"pages": {address: seconds}, "files": {address: [seconds to the first byte, to the last]}, "counts":
    {question: seconds}}; each the median of some askings."""
    from django.test import Client

    from outreach.people.models import User

    client = Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)
    client.force_login(User.objects.get(email=EMAIL))
    pages, files = {}, {}
    for address in addresses():
        answer = client.get(address)  # the first one loads what is loaded once
        answer.close()
        if answer.status_code in (302, 404, 405):  # no page to read, or something this city does not have
            continue
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answered {answer.status_code}.")
        times = _median(partial(_read, client, address))
        if "Content-Disposition" in answer:
            files[address] = times
        else:
            pages[address] = times[-1]
    return {"pages": pages, "files": files, "counts": dict(_counts())}


def addresses() -> list[str]:
    """Every page of the reports that needs no more than an ad's number or a question."""
    from django.urls import get_resolver

    from outreach.reach.reports.questions import questions

    found = []
    for pattern in _walk(get_resolver("outreach.reach.urls").url_patterns, ""):
        path = pattern.replace("<int:pk>", "1")
        if path.startswith("fragen/"):
            path = path.replace("<slug:form>", "wide")
            kinds = ("csv", "xlsx") if "<slug:kind>" in path else ("",)
            paths = [path.replace("<slug:kind>", kind) for kind in kinds]
            found += [f"/reichweite/{one.replace('<slug:key>', key)}" for one in paths for key in questions()]
        elif "<" not in path:
            found.append(f"/reichweite/{path}")
    return [*found, *(f"/reichweite/fragen/{part}" for part in _PARTS)]


def _walk(patterns: list, before: str) -> Iterator[str]:
    for pattern in patterns:
        path = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from _walk(pattern.url_patterns, path)
        else:
            yield path


def _read(client, address: str) -> tuple[float, float]:
    """Seconds until the first byte, and until the last."""
    began = time.perf_counter()
    answer = client.get(address)
    if answer.streaming:
        parts = iter(answer.streaming_content)
        next(parts, b"")
    first = time.perf_counter() - began
    if answer.streaming:
        for _part in parts:
            pass
    return first, time.perf_counter() - began


def _counts() -> Iterator[tuple[str, float]]:
    """What the quarterly tables are counted from, over all five years and over one quarter."""
    from outreach.reach.rollups.counting import openings

    last = UNTIL.replace(day=1) - datetime.timedelta(days=1)
    quarter = last.replace(month=last.month - 2, day=1)
    for dimensions in _QUESTIONS:
        for words, first in (("fünf Jahre", FIRST), ("ein Quartal", quarter)):
            work = partial(_timed, partial(openings, dimensions, first, last))
            yield f"{' × '.join(dimensions)}, {words}", _median(work)[0]


def _median(work: Callable[[], tuple[float, ...]]) -> tuple[float, ...]:
    """Of each of the times, over some rounds; one that is slow is not repeated."""
    rounds: list[tuple[float, ...]] = []
    while len(rounds) < TIMES and sum(times[-1] for times in rounds) < LONG:
        rounds.append(work())
    return tuple(statistics.median(times) for times in zip(*rounds, strict=True))


def _timed(work: Callable[[], object]) -> tuple[float, ...]:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began,)


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(ask()))
