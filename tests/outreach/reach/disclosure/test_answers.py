"""An answer becomes sums, once, and nothing else."""

from __future__ import annotations

import datetime
import json

import pytest
from django.core import serializers
from django.db import connection

from outreach.reach.disclosure import blindrsa, spending, tokens
from outreach.reach.disclosure import waiting as waiting_module
from outreach.reach.disclosure.models import SigningKey, Spent, Tally
from outreach.reach.disclosure.waiting import Answer, Cell, Full, Waiting, write
from outreach.reach.funnel.models import PortalKey
from postings.models import Posting, State
from tests.outreach.reach.disclosure.conftest import LAST, NOW, QUARTER, answers, tallies

pytestmark = pytest.mark.django_db
YES = (QUARTER, "disclosure", "migrationsbiografie", 1099, "yes")
BOARD = (QUARTER, "heard", "", 2000, "board")


def test_the_whole_way(rules, post, signed, credit):
    assert post("antwort", answers("yes", "board") | signed(credit())).status_code == 200
    assert tallies() == {YES: 1, BOARD: 1}


def test_two_people_answer_two_times(rules, post, signed, credit):
    for number, heard in (("bewerbung-000001", "board"), ("bewerbung-000002", "")):
        post("antwort", answers("yes", heard) | signed(credit(number), number.encode()[:16] * 2))
    assert tallies() == {YES: 2, BOARD: 1}


def test_a_token_is_good_for_one_answer(rules, post, signed, credit):
    token = signed(credit())
    post("antwort", answers("yes") | token)
    again = post("antwort", answers("no") | token)
    assert (again.status_code, again.json()) == (409, {"reason": "used"})
    assert tallies() == {YES: 1}


def test_a_credit_buys_one_signature(rules, post, signed, credit, signing_key):
    signed(credit())
    content = {"credit": credit(), "key": QUARTER, "blinded": tokens.encoded(bytes(383) + b"\2")}
    answer = post("unterschrift", content)
    assert (answer.status_code, answer.json()) == (409, {"reason": "used"})


def test_a_failed_signature_leaves_the_credit(rules, post, signed, credit, signing_key):
    content = {"credit": credit(), "key": QUARTER, "blinded": "AAAA"}
    assert post("unterschrift", content).json() == {"reason": "trouble"}
    assert signed(credit())


@pytest.mark.parametrize(
    "change",
    [
        lambda credit: "",
        lambda credit: "x",
        lambda credit: credit[:-1] + ("A" if credit[-1] != "A" else "B"),
        lambda credit: credit.replace("bewerbung-000001", "bewerbung-000002"),
        lambda credit: credit.replace("2026-12-23", "2026-12-24"),
        lambda credit: credit.replace("2026-12-23", "2026-13-23"),
    ],
)
def test_a_credit_nobody_made(rules, post, credit, signing_key, change):
    content = {"credit": change(credit()), "key": QUARTER, "blinded": "AAAA"}
    assert post("unterschrift", content).json() == {"reason": "missing"}


@pytest.mark.parametrize("last", [NOW.date() - datetime.timedelta(days=1), datetime.date(2027, 3, 1)])
def test_credits_are_good_for_a_while(rules, post, credit, signing_key, last):
    content = {"credit": credit("bewerbung-000001", last), "key": QUARTER, "blinded": "AAAA"}
    assert post("unterschrift", content).json() == {"reason": "missing"}


def test_a_revoked_portal_makes_no_credits(rules, post, credit, signing_key):
    PortalKey.objects.update(ends_at=NOW)
    content = {"credit": credit(), "key": QUARTER, "blinded": "AAAA"}
    assert post("unterschrift", content).json() == {"reason": "missing"}


@pytest.mark.parametrize(
    "content",
    [
        "[]", "null", "{", "{}", '{"answers": 1}', '{"answers": {}}', "[" * 5000, "x" * 9000,
        json.dumps(answers("maybe")), json.dumps(answers("yes", "nirgends")),
        json.dumps(answers("yes") | {"definition": "einwanderungsgeschichte"}),
        json.dumps({"answers": {"age": {"answer": "yes", "epsilon": "1.099"}}}),
        json.dumps({"answers": {"heard": {"answer": "board", "epsilon": "9.000"}}}),
        json.dumps({"answers": {"heard": {"answer": ["board"], "epsilon": "2.000"}}}),
        json.dumps({"answers": {"heard": "board"}}),
    ],
    ids=lambda text: text[:30],
)  # fmt: skip
def test_what_is_no_answer_is_refused(rules, post, signed, credit, content):
    rules(tokens=False)
    assert post("antwort", content).status_code == 400
    assert tallies() == {}


@pytest.mark.parametrize(
    "change",
    [
        {"token": "AAAA"}, {"token": "?"}, {"token": 1}, {"signature": "AAAA"}, {"key": ""},
        {"key": "2026-Q3"}, {"key": "2031-Q1"}, {"token": tokens.encoded(b"u" * 32)},
        {"signature": tokens.encoded(bytes(384))},
    ],
    ids=str,
)  # fmt: skip
def test_an_answer_needs_a_token_we_signed(rules, post, signed, credit, change):
    told = post("antwort", answers() | signed(credit()) | change)
    assert (told.status_code, told.json()) == (400, {"reason": "trouble"})
    assert tallies() == {}


def test_without_tokens_anybody_may_answer(rules, post):
    rules(tokens=False)
    for _time in range(2):
        assert post("antwort", answers()).status_code == 200
    assert tallies() == {YES: 2}


def test_another_definition_and_other_noise_are_other_sums(rules, post):
    rules(tokens=False)
    post("antwort", answers())
    rules(definition="einwanderungsgeschichte", epsilon=2.0)
    told = answers() | {"definition": "einwanderungsgeschichte"}
    assert post("antwort", told).status_code == 400  # a page of before
    told["answers"]["disclosure"]["epsilon"] = "2.000"
    assert post("antwort", told).status_code == 200
    assert tallies() == {YES: 1, (QUARTER, "disclosure", "einwanderungsgeschichte", 2000, "yes"): 1}


def test_ad_by_ad_if_the_city_wants(rules, post, editor):
    rules(tokens=False, per_posting=True)
    ad = Posting.objects.create(slug="wohngeld", title="W", state=State.PUBLISHED, created_by=editor)
    assert post("antwort", answers(posting="nirgends")).status_code == 400
    assert post("antwort", answers(posting="wohngeld")).status_code == 200
    assert Tally.objects.get().posting == ad


def test_nothing_is_written_before_the_timer(rules, post, monkeypatch, django_assert_num_queries):
    held = Waiting(seconds=3600)
    held._thread = object()  # as if the timer ran
    monkeypatch.setattr("outreach.reach.disclosure.answering.waiting", held)
    rules(tokens=False)
    with django_assert_num_queries(0):
        post("antwort", answers())
        post("antwort", answers("no"))
    assert len(held) == 2 and tallies() == {}
    assert held.flush() and tallies()[YES] == 1


def cell(answer: str = "yes") -> Cell:
    return Cell(QUARTER, None, "disclosure", "migrationsbiografie", 1099, answer)


def test_a_token_that_came_to_two_processes_counts_once():
    told = Answer(QUARTER, b"d" * 16, (cell(),))
    assert (write([told]), write([told])) == (1, 0)
    assert write([Answer(QUARTER, b"e" * 16, (cell(),)), Answer(QUARTER, b"e" * 16, (cell("no"),))]) == 1
    assert sum(tallies().values()) == 2


def test_a_token_waits_once():
    waiting = Waiting()
    waiting._thread = object()
    told = Answer(QUARTER, b"d" * 16, (cell(),))
    assert waiting.add(told) and not waiting.add(told)


def test_answers_wait_while_the_database_is_away(monkeypatch, caplog):
    waiting = Waiting()
    waiting._thread = object()
    waiting.add(Answer("", b"", (cell(),)))

    def away(taken):
        raise OSError("s3cret")

    with monkeypatch.context() as patch:
        patch.setattr(waiting_module, "write", away)
        assert not waiting.flush()
    assert len(waiting) == 1 and "s3cret" not in caplog.text
    assert waiting.flush() and tallies() == {YES: 1}


def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(waiting_module, "MOST", 2)
    waiting = Waiting()
    waiting._thread = object()
    for _time in range(2):
        waiting.add(Answer("", b"", (cell(),)))
    with pytest.raises(Full):
        waiting.add(Answer("", b"", (cell(),)))


def test_spent_things_have_no_order():
    digests = [bytes([7]) + bytes([number]) * 15 for number in (9, 3, 200, 1)]
    for one in digests:
        assert spending.spend(Spent.Kind.TOKEN, QUARTER, [one]) == {one}
    row = Spent.objects.get()
    assert bytes(row.digests) == b"".join(sorted(digests)) and row.shard == 7
    assert spending.spend(Spent.Kind.TOKEN, QUARTER, digests) == set()
    assert spending.is_spent(Spent.Kind.TOKEN, QUARTER, digests[2])
    assert not spending.is_spent(Spent.Kind.CREDIT, QUARTER, digests[2])


def test_old_keys_and_what_they_signed_are_thrown_away(signing_key, day):
    spending.spend(Spent.Kind.TOKEN, QUARTER, [b"x" * 16])
    assert tokens.public_key()[0] == QUARTER
    day.move_to(NOW + datetime.timedelta(days=91))
    assert tokens.public_key()[0] == "2027-Q1"
    assert SigningKey.objects.count() == 2 and Spent.objects.exists()  # for those who answer late
    day.move_to(NOW + datetime.timedelta(days=182))
    tokens.public_key()
    assert list(SigningKey.objects.order_by("quarter").values_list("quarter", flat=True)) == [
        "2027-Q1",
        "2027-Q2",
    ]
    assert not Spent.objects.exists()


def test_a_key_nobody_can_read_signs_nothing(rules, post, signed, credit, signing_key):
    token = signed(credit())
    with connection.cursor() as cursor:
        cursor.execute("UPDATE reach_signingkey SET secret = 'unlesbar'")
    assert post("antwort", answers() | token).json() == {"reason": "trouble"}


def test_nothing_of_a_person_is_stored(rules, post, signed, credit, caplog, settings):
    """Everything there is after ten answers: sums, sorted digests, the key. No token, credit or time."""
    caplog.set_level("DEBUG")
    told = []
    for number in range(10):
        bought, token = credit(f"bewerbung-{number:06}"), bytes([65 + number]) * 32
        signature = signed(bought, token)
        post("antwort", answers("yes" if number % 2 else "no", "board") | signature)
        told += [bought, f"bewerbung-{number:06}", token.decode(), signature["token"], signature["signature"]]
    rows = [*Spent.objects.all(), *Tally.objects.all(), *SigningKey.objects.all()]
    written = serializers.serialize("json", rows) + caplog.text
    assert not [piece for piece in told if piece in written]
    names = {field.name for model in (Spent, Tally, SigningKey) for field in model._meta.get_fields()}
    assert names == {
        "id", "kind", "quarter", "shard", "digests", "secret", "posting", "question", "definition", "epsilon",
        "answer", "total",
    }  # fmt: skip
    assert sum(row.total for row in Tally.objects.filter(question="disclosure")) == 10


def test_the_portals_signature_is_plain_hmac(secret):
    """So that a portal can make it with whatever it is written in."""
    import base64
    import hashlib
    import hmac

    key = base64.b64decode(secret.removeprefix("whsec_"))
    mac = hmac.new(key, b"freiwillig.bewerbung-000001.2026-12-23", hashlib.sha256).digest()
    expected = "bewerbung-000001.2026-12-23." + base64.urlsafe_b64encode(mac).decode().rstrip("=")
    assert tokens.make_credit(secret, "bewerbung-000001", LAST) == expected


def test_keys_are_made_on_first_use(db, monkeypatch):
    from tests.outreach.reach.disclosure.conftest import KEY

    monkeypatch.setattr(blindrsa, "new_key", lambda: KEY)
    assert tokens.public_key() == (QUARTER, KEY.public) == tokens.public_key()
    assert f"{KEY.p:x}" not in str(SigningKey.objects.values_list())
