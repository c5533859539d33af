"""The measurements measure what they say."""

from __future__ import annotations

import io
import socket
import threading
from contextlib import suppress

import pytest
from django.core.management import call_command

from outreach.bench import ads, deliveries, links, load, renditions, reviews
from outreach.bench.fresh import Fresh
from outreach.bench.links import Comparison
from outreach.bench.reviews import Figures
from outreach.bench.steady import comparing
from outreach.bench.steady.comparing import Round, Side
from outreach.bench.years import timing
from postings.review.language import analyse


def test_ratio_is_the_median_of_rounds_of_the_same_moment():
    assert Comparison(bare=[100, 200, 1000], tracked=[90, 100, 900]).ratio == 0.9


def test_ads_to_measure_with_are_natural_all_different_and_always_the_same():
    texts = ads.texts(60)
    assert texts == ads.texts(60)
    assert len(set(texts)) == 60
    assert all(abs(len(text.split()) - ads.WORDS) <= 40 for text in texts)
    assert all("## Ihr Profil" in text for text in texts)
    seen = [sentence for text in texts for _, sentence in analyse(text).stretches()]
    assert len(set(seen)) > 0.6 * len(seen)


def test_an_edited_ad_differs_in_one_place():
    text = ads.texts(1)[0]
    assert len(ads.edited(text, 4)) == len(text) + len(" auch")


def test_alex_reads_as_many_words():
    assert len(ads.english(123, 1).split()) == 123


def test_every_ad_is_read_once_and_then_once_more_after_an_edit(monkeypatch):
    seen: list[str] = []
    monkeypatch.setattr(reviews, "review", seen.append)
    monkeypatch.setattr(reviews, "_fresh", lambda texts: Fresh(1, 0.1, 100))
    monkeypatch.setattr(reviews, "_alex", lambda texts, half: None)
    found = reviews.measure(10)
    texts = ads.texts(10)
    assert seen[:20] == texts * 2
    assert [len(seen[at + 1]) - len(seen[at]) for at in range(20, 30, 2)] == [5] * 5
    assert len(found.ads.seconds) == len(found.again.seconds) == len(found.tokenizer.seconds) == 5
    assert found.to_alex is None


def test_a_fresh_process_tells_what_loading_costs():
    found = reviews._fresh(ads.texts(2))
    assert found.load > 0
    assert found.first > 0
    assert 10 < found.memory < 400


def test_tables(monkeypatch):
    row = reviews.Row("Prüfung", 500, [0.010, 0.015])
    slow = reviews.Row("alex 11 (englisch)", 500, [0.020, 0.030])
    figures = Figures(row, row, row, row, slow, Fresh(0.5, 0.04, 99))
    monkeypatch.setattr(reviews, "measure", lambda: figures)
    monkeypatch.setattr(links, "compare", lambda seconds: Comparison([1000.0], [650.0]))
    sending = deliveries.Comparison([deliveries.Rate(1000, 600)], [deliveries.Rate(700, 450)])
    monkeypatch.setattr(deliveries, "compare", lambda: sending)
    calm, wild = Round(0.001, 0.008, 0.01, 0.001, 0.03), Round(0.002, 0.050, 0.06, 0.001, 0.04)
    sides = [Side("bloße Weiterleitung", [calm]), Side("Link, SQLite", [calm, calm, wild])]
    monkeypatch.setattr(comparing, "measure", lambda: sides)
    files = {"/reichweite/tabelle.csv": (0.3, 90.0)}
    week = {"seconds": 12.5, "figures": 400_000, "written": 3_000, "megabytes": 150}
    years = timing.Found(5000, 60, {"/reichweite/": 0.2}, {"family × channel, fünf Jahre": 0.7}, files, week)
    monkeypatch.setattr(timing, "measure", lambda share: years)
    out = io.StringIO()
    call_command("bench", stdout=out)
    printed = " ".join(out.getvalue().split())
    assert "Prüfung 500 12.50 ms 20000" in printed
    assert "Median je Ausschreibung (Ziel 15 ms): erreicht" in printed
    assert "Nachprüfung (Ziel 5 ms): verfehlt" in printed
    assert "2.00 mal so viele Wörter je Sekunde wie alex" in printed
    assert "Verhältnis: 0.65, Ziel 0.70 verfehlt" in printed
    assert "bloße Weiterleitung 1.0 8.0 10.0 30" in printed
    assert "Link, SQLite: p99 8.0 ms (ruhigste Runde 8.0 ms), Ziel 20 ms erreicht" in printed
    assert "PostgreSQL antwortet nicht" in printed
    assert "/reichweite/ 200 family × channel, fünf Jahre 700" in printed
    assert "/reichweite/tabelle.csv 300 90000" in printed
    assert "einer Woche: 12.5 s; von 400000 Zahlen 3000 neu geschrieben" in printed
    assert "500 ms verfehlt: family × channel, fünf Jahre (angelegt in 60 s)" in printed
    assert "Postausgang 700 700 700 450" in printed
    assert "Verhältnis: 0.70, Ziel 0.60 erreicht (in Rechenzeit 0.75)" in printed


def test_without_alex_one_line_says_how_to_get_it(monkeypatch):
    row = reviews.Row("Prüfung", 500, [0.010])
    monkeypatch.setattr(reviews, "measure", lambda: Figures(row, row, row, row, None, Fresh(1, 1, 1)))
    out = io.StringIO()
    call_command("bench", "--reviews", stdout=out)
    assert "npm --prefix outreach/bench/alex ci" in out.getvalue()


def serve_once(answer: bytes) -> int:
    """A server on loopback that answers everything with the same bytes."""
    listener = socket.create_server(("127.0.0.1", 0))

    def talk(connection: socket.socket) -> None:
        waiting = b""
        with connection, suppress(OSError):  # the other side just leaves when its time is over
            while more := connection.recv(1_000_000):
                *asked, waiting = (waiting + more).split(b"\r\n\r\n")
                connection.sendall(answer * len(asked))

    def accept() -> None:
        with listener:
            for _ in range(load.CONNECTIONS):
                threading.Thread(target=talk, args=(listener.accept()[0],), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return listener.getsockname()[1]


def test_load_counts_redirects(socket_enabled):
    port = serve_once(b"HTTP/1.1 302 Found\r\ncontent-length: 0\r\n\r\n")
    assert load.redirects_per_second(port, "/l/k7m2pxwd", 0.05) > 100


def test_load_refuses_other_answers(socket_enabled):
    port = serve_once(b"HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n")
    with pytest.raises(ValueError, match="503"):
        load.redirects_per_second(port, "/l/k7m2pxwd", 0.05)


@pytest.mark.long
def test_the_tracked_link_reaches_its_goal(socket_enabled):
    """At least 70 % of a bare Django redirect, on the server of `up`."""
    assert links.compare(rounds=3, seconds=0.5).ratio >= 0.7


def test_no_poster_is_made_twice(monkeypatch):
    made: list[str] = []
    monkeypatch.setattr(renditions, "POSTERS", 8)
    monkeypatch.setattr(renditions.forms, "files", lambda told: {})
    monkeypatch.setattr(renditions.poster, "pdf", lambda content: made.append(str(content)))
    found = renditions.measure()
    assert len(set(made)) == len(made) - 1 == 8  # the first one is made once more, to warm up
    assert found.languages == 13
    assert found.bare > 0


@pytest.mark.timeout(100)
def test_both_sides_send_the_same_messages():
    """`compare` itself refuses a round in which too few or too many arrive."""
    found = deliveries.compare(count=48, rounds=2, processes=2)
    assert len(found.bare) == len(found.outbox) == 2
    assert all(rate.per_second > 0 and rate.per_cpu_second > 0 for rate in (*found.bare, *found.outbox))
