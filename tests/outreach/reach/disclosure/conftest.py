"""A portal with a key, a fixed day, and settings that a test may change."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace

import pytest
import time_machine

from outreach.reach.disclosure import blindrsa, questions, tokens
from outreach.reach.disclosure.blindrsa import PublicKey
from outreach.reach.disclosure.models import SigningKey, Tally
from outreach.reach.disclosure.waiting import waiting
from outreach.reach.funnel import keys

NOW = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
LAST = datetime.date(2026, 12, 23)
QUARTER = "2026-Q4"
#: A key of our own is made once for all tests: it takes half a second.
KEY = blindrsa.new_key()


@pytest.fixture(autouse=True)
def day():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture(autouse=True)
def no_timer():
    """Answers are written at once. Other tests import the WSGI module, which starts the timer."""
    if waiting._thread is not None:
        waiting._stop.set()
        waiting._thread.join(5)
        waiting._thread = None
        waiting._stop.clear()


@pytest.fixture
def rules(monkeypatch):
    """rules(tokens=False) changes the city's settings."""
    chosen = {"now": questions.Settings(definition="migrationsbiografie", epsilon=1.0986)}
    monkeypatch.setattr(questions, "current", lambda: chosen["now"])

    def change(**changes) -> questions.Settings:
        chosen["now"] = replace(chosen["now"], **changes)
        return chosen["now"]

    change()
    return change


@pytest.fixture
def signing_key(db) -> PublicKey:
    SigningKey.objects.create(quarter=QUARTER, secret={"p": f"{KEY.p:x}", "q": f"{KEY.q:x}"})
    return KEY.public


@pytest.fixture
def secret(person) -> str:
    """The portal's."""
    return keys.issue("Portal", person("administrator", name="it"))[1]


@pytest.fixture
def credit(secret):
    """credit("nonce…") -> what the portal puts behind the link."""

    def make(nonce: str = "bewerbung-000001", last: datetime.date = LAST) -> str:
        return tokens.make_credit(secret, nonce, last)

    return make


@pytest.fixture
def post(client):
    def send(where: str, content):
        body = content if isinstance(content, str) else json.dumps(content)
        return client.post(f"/freiwillig/{where}/", body, content_type="application/json")

    return send


@pytest.fixture
def signed(post, signing_key):
    """signed(credit) -> key, token and signature, as the browser makes them."""

    def make(bought: str, token: bytes = b"t" * 32) -> dict[str, str]:
        blinded = blindrsa.blind(token, signing_key)
        content = {"credit": bought, "key": QUARTER, "blinded": tokens.encoded(blinded.message)}
        told = tokens.decoded(post("unterschrift", content).json()["signed"])
        signature = blindrsa.finish(token, told, blinded.inverse, signing_key)
        return {"key": QUARTER, "token": tokens.encoded(token), "signature": tokens.encoded(signature)}

    return make


def answers(disclosure: str = "yes", heard: str = "", **more) -> dict:
    told = {"disclosure": {"answer": disclosure, "epsilon": "1.099"}} if disclosure else {}
    told |= {"heard": {"answer": heard, "epsilon": "2.000"}} if heard else {}
    return {"answers": told, "definition": "migrationsbiografie", **more}


def tallies() -> dict[tuple[str, str, str, int, str], int]:
    return {
        (row.quarter, row.question, row.definition, row.epsilon, row.answer): row.total
        for row in Tally.objects.all()
    }
