"""Web and workers are killed while 2,000 messages go out: nothing is lost, nothing is sent twice."""

from __future__ import annotations

import logging
import os
import random
import threading
import time
import uuid
from collections import Counter

import psycopg
import pytest
import redis

from channels.delivery import sweeping
from tests import services
from tests.channels.killing.city import City
from tests.channels.killing.receivers import COUNTS, Receivers

pytestmark = pytest.mark.long
ADS = 10
ROWS = ADS * sum(COUNTS.values())
WORKER_KILLS, WEB_KILLS = 15, 6
SERVER = "postgres://postgres@127.0.0.1:5432"
REDIS = "redis://127.0.0.1:6379/11"
RABBITMQ = "amqp://guest:guest@127.0.0.1:5672//"


@pytest.fixture
def postgresql():
    services.require("postgresql")
    name = f"kill_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"{SERVER}/postgres", autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        yield f"{SERVER}/{name}"
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def them():
    logging.getLogger("mail.log").setLevel(logging.WARNING)
    with Receivers() as them:
        yield them


@pytest.fixture
def city(tmp_path, them):
    """city(database, broker, workers) -> a City that ends with the test."""
    made: list[City] = []

    def make(database: str, broker: str, workers: int) -> City:
        made.append(City(tmp_path, database, broker, them.smtp, workers))
        return made[-1]

    yield make
    for one in made:
        one.end()


@pytest.mark.timeout(400)
def test_on_sqlite_with_the_embedded_broker(city, them, tmp_path):
    everything_arrives(city(f"sqlite:///{tmp_path / 'kill.sqlite3'}", "embedded://localhost", 2), them)


@pytest.mark.timeout(400)
def test_on_postgresql_with_redis(city, them, postgresql):
    services.require("redis")
    with redis.Redis.from_url(REDIS) as broker:
        broker.flushdb()
        everything_arrives(city(postgresql, REDIS, 2), them)
        broker.flushdb()


@pytest.mark.timeout(400)
def test_on_postgresql_with_rabbitmq(city, them, postgresql):
    services.require("rabbitmq")
    everything_arrives(city(postgresql, RABBITMQ, 2), them)


def everything_arrives(city: City, them: Receivers) -> None:
    seed = int(os.environ.get("KILL_SEED", random.randrange(10**6)))
    print(f"KILL_SEED={seed}")
    began = time.monotonic()
    ads = city.found({"channels": them.channels(), "ads": ADS})
    for number in range(len(city.workers)):
        city.start_worker(number)
    city.start_web()
    trouble: list[BaseException] = []
    web = threading.Thread(target=_approve_all, args=(city, ads, random.Random(seed), trouble))
    web.start()
    _kill_workers(city, them, random.Random(seed + 1))
    web.join()
    assert not trouble, trouble
    _wait_until_done(city)
    print(f"{city.kills} kills in {time.monotonic() - began:.0f} s; {_summary(city, them)}")
    _judge(city, them)


def _approve_all(city: City, ads: list[int], dice: random.Random, trouble: list) -> None:
    """One ad after the other; while some are being approved, the web process is killed."""
    try:
        left = WEB_KILLS
        for number, ad in enumerate(ads):
            while ad not in city.book.published():
                click = threading.Thread(target=city.approve, args=(ad,))
                click.start()
                if left and dice.random() < (left + 1) / (len(ads) - number + left):
                    time.sleep(dice.uniform(0.05, 1.5))
                    city.kill_web()
                    left -= 1
                    _all_or_nothing(city)
                    city.start_web()
                click.join()
        while left:
            city.kill_web()
            left -= 1
            city.start_web()
    except BaseException as error:
        trouble.append(error)


def _all_or_nothing(city: City) -> None:
    """An ad is published with all of its rows, or it is neither."""
    counts = Counter(row.ad for row in city.rows())
    assert set(counts.values()) <= {sum(COUNTS.values())}
    assert set(counts) == city.book.published()


def _kill_workers(city: City, them: Receivers, dice: random.Random) -> None:
    """Kill a worker in the middle of its work, again and again, and start another in its place."""
    for _kill in range(WORKER_KILLS):
        before, end = them.total(), time.monotonic() + 20
        while them.total() < before + 10 and time.monotonic() < end:
            time.sleep(0.01)
        time.sleep(dice.uniform(0, 0.2))
        number = dice.randrange(len(city.workers))
        city.kill_worker(number)
        city.start_worker(number)


def _wait_until_done(city: City) -> None:
    end = time.monotonic() + 150
    while {row.state for row in city.rows()} & {"waiting", "sending"}:
        assert time.monotonic() < end, city.log()
        time.sleep(0.5)


def _summary(city: City, them: Receivers) -> str:
    states = dict(Counter((row.kind, row.state) for row in city.rows()))
    return f"{states}, in flight when killed: {len(city.in_flight)}, requests: {them.total()}"


def _judge(city: City, them: Receivers) -> None:
    rows = city.rows()
    assert len(rows) == ROWS
    assert {row.state for row in rows} <= {"sent", "unconfirmed"}, city.log()
    assert city.kills >= 20
    unclear = {row.pk for row in rows if row.state == "unconfirmed"}
    assert unclear <= city.in_flight
    assert city.most_in_flight <= sweeping.THREADS

    # Those who recognise a message have each one, and took it once.
    hooks, rooms = of(rows, "webhook"), of(rows, "matrix")
    assert set(hooks.values()) == {"sent"} == set(rooms.values())
    assert {key.replace("-", "") for key in them.hooked()} == set(hooks)
    assert {key.replace("-", "") for key in them.matrix.transactions} == set(rooms)
    assert len(them.matrix.events) == len(rooms)

    # The others never get a second one; and what counts as sent is there.
    assert max(them.box.got.values()) == 1
    assert max(them.posted().values()) == 1
    assert {row.code for row in rows if (row.kind, row.state) == ("telegram", "sent")} <= set(them.posted())
    mails = [row for row in rows if (row.kind, row.state) == ("email", "sent")]
    assert len(mails) <= len(them.box.got) <= COUNTS["email"] * ADS


def of(rows, kind: str) -> dict[str, str]:
    return {row.uid: row.state for row in rows if row.kind == kind}
