"""The judge, the verdicts, the signed report and the command."""

from __future__ import annotations

import datetime
import json
import types

import pytest
from django.core.management import CommandError, call_command

from outreach.reach.attacks import registry
from outreach.reach.attacks.knowledge.claims import Claim, Quantity
from outreach.reach.attacks.registry import Found, Outlook
from outreach.reach.attacks.running import judging, report, suite
from outreach.reach.models import Release
from tests.outreach.reach.attacks.paper import MONDAY, WEEK, exact, hidden_only, paper, table, with_total

CELL = Quantity("posting-channel", "openings", ("1", "a"), MONDAY, MONDAY + WEEK)


class Knows:
    """A judge who knows one number."""

    def __init__(self, number: int | None) -> None:
        self.number = number

    def truth(self, quantity: Quantity) -> int | None:
        return self.number


@pytest.mark.parametrize(
    ("claim", "truth", "expected"),
    [
        (Claim(CELL, 3, 3, threshold=5), 3, True),
        (Claim(CELL, 3, 3, threshold=5), 4, False),
        (Claim(CELL, 3, 6, threshold=5), 6, False),  # no secret
        (Claim(CELL, 3, 3, threshold=5), None, True),  # follows from what was published
        (Claim(CELL, 3, 6, threshold=5), None, None),
        (Claim(CELL, 3, 3, threshold=5, certain=False), None, None),
        (Claim(None, sentence="x"), None, True),
    ],
)
def test_the_judge(claim, truth, expected):
    assert judging.is_right(claim, Knows(truth)) is expected


def judged(*claims: Claim, truth: int = 3) -> suite.Outcome:
    return suite._judged(list(claims), Knows(truth), {})


def test_one_certain_claim_is_a_success_and_one_lucky_guess_is_none():
    guess = Claim(CELL, 3, 3, threshold=5, certain=False)
    wrong = Claim(CELL, 2, 2, threshold=5, certain=False)
    assert judged(Claim(CELL, 3, 3, threshold=5)).succeeded
    assert not judged(Claim(CELL, 2, 2, threshold=5)).succeeded
    assert not judged(guess).succeeded
    assert judged(guess, guess, guess).succeeded
    assert not judged(guess, guess, guess, wrong, wrong).succeeded
    outcome = judged(guess, wrong)
    assert (outcome.claims, outcome.right, outcome.wrong, outcome.undecided) == (2, 1, 1, 0)


@pytest.mark.django_db
def test_the_judge_counts_as_the_releases_did(make_year):
    make_year("timing", postings=4, channels=3, weeks=6)
    judge = judging.Counted()
    first, last = Release.objects.filter(table="posting-channel").order_by("until")[4:6]
    for figure in last.figures.exclude(one="*").exclude(two="*"):
        at = Quantity("posting-channel", "openings", figure.key, last.first, last.until)
        assert figure.lower <= judge.truth(at) <= figure.upper
        grown = judge.truth(at._replace(since=first.until))
        assert grown == judge.truth(at) - judge.truth(at._replace(until=first.until)) >= 0
    column = Quantity("posting-channel", "openings", ("*", figure.two), last.first, last.until)
    assert judge.truth(column) >= judge.truth(at)
    assert judge.truth(at._replace(table="gone")) is None


def broken_files(folder) -> None:
    cells = with_total({("1", "a"): 3, ("2", "a"): 12}, hidden_only, exact)
    (folder / "t.json").write_text(json.dumps(table(cells)))


def run(*args: str) -> int:
    try:
        call_command("attack", *args)
    except SystemExit as end:
        return end.code
    return 0


class TestCommand:
    def test_green(self, make_year, tmp_path, capsys, settings):
        settings.DATA_DIR = tmp_path / "data"
        (tmp_path / "data").mkdir()
        make_year("timing", postings=4, channels=3, weeks=6)
        assert run("--report", str(tmp_path / "b.json")) == 0
        said = capsys.readouterr().out
        assert "Kein Angriff ist gelungen." in said and "Differenzen (differencing): gescheitert" in said
        assert report.last()["succeeded"] == []
        assert report.verified(tmp_path / "b.json")["against"] == "live"
        assert run("--verify", str(tmp_path / "b.json")) == 0
        assert "Der Bericht ist echt" in capsys.readouterr().out

    def test_red(self, db, tmp_path, capsys):
        broken_files(tmp_path)
        assert run("--files", str(tmp_path), "--report", str(tmp_path / "r" / "b.json")) == 1
        said = capsys.readouterr().out
        assert "GELUNGEN" in said and "genau 3" in said and "3 Angriffe sind gelungen: differencing, " in said
        assert run("--verify", str(tmp_path / "r" / "b.json")) == 1

    def test_in_english(self, db, tmp_path, capsys):
        broken_files(tmp_path)
        assert run("--files", str(tmp_path), "--lang", "en", "--only", "differencing") == 1

    @pytest.mark.parametrize(
        ("args", "words"),
        [
            (["--only", "magic"], "Diese Angriffe gibt es nicht: magic"),
            (["--against", "nowhere"], "ist keine Adresse"),
            (["--verify", "/nirgends/b.json"], "kein Bericht"),
            (["--files", "/nirgends/x.json"], "als JSON"),
        ],
    )
    def test_bad_use(self, db, args, words):
        with pytest.raises(CommandError, match=words) as caught:
            call_command("attack", *args)
        assert caught.value.returncode == 2

    def test_a_changed_report(self, db, tmp_path):
        path = tmp_path / "b.json"
        content = report.make([], paper(), "live", datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))
        report.write(path, report.signed(content))
        assert report.verified(path) == content
        path.write_text(path.read_text().replace('"figures": 0', '"figures": 1'))
        with pytest.raises(report.BadReport, match="verändert"):
            report.verified(path)

    def test_a_report_of_somebody_else(self, db, tmp_path, settings):
        path = tmp_path / "b.json"
        report.write(path, report.signed({"succeeded": []}))
        settings.SIGNING_KEYS = ["another-key-of-another-city"]
        with pytest.raises(report.BadReport):
            report.verified(path)


def test_an_attack_is_a_file(monkeypatch):
    own = types.SimpleNamespace(
        NAME="Eigener", ABOUT="Versucht etwas.", attack=lambda outlook: Found([Claim(None, sentence="Da!")])
    )
    monkeypatch.setattr(registry, "all", lambda: {"own": own})
    (outcome,) = suite.run(Outlook(paper()), None)
    assert outcome.succeeded and outcome.examples == ["Da!"] and outcome.name == "own"
