"""The measurements measure what they say."""

from __future__ import annotations

import io
import socket
import threading
from contextlib import suppress

import pytest
from django.core.management import call_command

from outreach.bench import ads, links, load, reviews
from outreach.bench.fresh import Fresh
from outreach.bench.links import Comparison
from outreach.bench.reviews import Figures
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
    out = io.StringIO()
    call_command("bench", stdout=out)
    printed = " ".join(out.getvalue().split())
    assert "Prüfung 500 12.50 ms 20000" in printed
    assert "Median je Ausschreibung (Ziel 15 ms): erreicht" in printed
    assert "Nachprüfung (Ziel 5 ms): verfehlt" in printed
    assert "2.00 mal so viele Wörter je Sekunde wie alex" in printed
    assert "Verhältnis: 0.65, Ziel 0.70 verfehlt" in printed


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
