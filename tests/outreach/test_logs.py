"""No line of a log tells who asked: no address, no browser, nothing that stood behind a question mark."""

from __future__ import annotations

import json
import logging
import logging.config

import pytest

from outreach import logs

SECRETS = [
    ("von 203.0.113.77 gekommen", "203.0.113.77"),
    ("client=203.0.113.77:4711", "203.0.113.77"),
    ("von 2001:db8::8a2e:370:7334 gekommen", "2001:db8"),
    ("[2001:db8:85a3:0:0:8a2e:370:7334]:443", "8a2e"),
    ("::ffff:203.0.113.77", "203.0.113.77"),
    ("GET /l/abc?k=geheim HTTP/1.1", "geheim"),
    ("https://stadt.example/stellen/x/?q=geheim", "geheim"),
    ('"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36"', "AppleWebKit"),
    ("WhatsApp/2.23 (geheim)", "geheim"),
    ("{'HTTP_USER_AGENT': 'Geheim/1.0', 'x': 1}", "Geheim"),
    ("User-Agent: Geheimer Browser", "Geheim"),
    ("X-Forwarded-For: unbekannt-geheim", "geheim"),
    ("Authorization: Bearer geheim", "geheim"),
    ("Cookie: sitzung=geheim", "geheim"),
]
HARMLESS = [
    "Der Dienst läuft: http://127.0.0.1:8000/",
    "listening on 0.0.0.0:8000 and ::1",
    "Version 1.2.3, um 12:30:05 Uhr, 14:30",
    "(1, 2026-11-22 02:08:32.123456+00, null)",
    "celery 5.7.0, Python 3.11.7",
    "Warum? Weil es geht.",
    "std::vector",
    "Delivery 17: 3 von 4 Versuchen",
]


@pytest.mark.parametrize(("line", "secret"), SECRETS)
def test_what_tells_a_person_is_taken_out(line, secret):
    assert secret not in logs.without_persons(line)


@pytest.mark.parametrize("line", HARMLESS)
def test_what_operators_need_stays(line):
    assert logs.without_persons(line) == line


@pytest.fixture(params=[False, True], ids=["line", "json"])
def written(request, capsys):
    """written(level) -> a function that logs and returns what reached stderr."""
    configuration = logs.configuration(level="DEBUG", as_json=request.param)
    formatter = configuration["formatters"]["private"]["()"].rpartition(".")[2]

    def write(message: str, *args: object, error: bool = False) -> str:
        record = logging.LogRecord("x", logging.ERROR, "f", 1, message, args, None)
        if error:
            try:
                raise ValueError("von 203.0.113.77 mit /l/abc?k=geheim")
            except ValueError as problem:
                record.exc_info = (ValueError, problem, problem.__traceback__)
        return getattr(logs, formatter)().format(record)

    return write


def test_arguments_and_tracebacks_are_cleaned_too(written):
    line = written("von %s: %s", "203.0.113.77", "/q/abc?k=geheim", error=True)
    assert "203.0.113.77" not in line
    assert "geheim" not in line
    assert "ValueError" in line


def test_json_lines_are_json():
    record = logging.LogRecord("x", logging.INFO, "f", 1, "zwei\nZeilen „ä“", (), None)
    line = logs.JsonFormatter().format(record)
    assert "\n" not in line
    assert json.loads(line)["message"] == "zwei\nZeilen „ä“"


def test_every_handler_cleans():
    configuration = logs.configuration(level="DEBUG", as_json=False)
    assert {handler["formatter"] for handler in configuration["handlers"].values()} == {"private"}
    logging.config.DictConfigurator(configuration)  # is a valid configuration


def test_an_unknown_level_is_info():
    assert logs.configuration(level="laut", as_json=False)["root"]["level"] == "INFO"


@pytest.mark.django_db
def test_a_page_that_fails_logs_no_visitor(client, caplog, monkeypatch):
    def broken():
        raise RuntimeError("kaputt von 203.0.113.77")

    monkeypatch.setattr("outreach.profile.city", broken)
    client.raise_request_exception = False
    headers = {"User-Agent": "Geheim/1.0", "X-Forwarded-For": "203.0.113.77"}
    response = client.get("/impressum/?k=geheim", headers=headers, REMOTE_ADDR="203.0.113.78")
    assert response.status_code == 500
    assert "Das hat nicht geklappt" in response.content.decode()
    everything = " ".join(logs.LineFormatter().format(record) for record in caplog.records)
    assert "kaputt" in everything
    for secret in ("Geheim/1.0", "203.0.113.7", "k=geheim"):
        assert secret not in everything
