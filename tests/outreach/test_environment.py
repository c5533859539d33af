"""Settings from the environment: what can be read is used, what cannot is told in words."""

from __future__ import annotations

import pytest

from outreach import environment


@pytest.fixture(autouse=True)
def nothing_wrong_yet(monkeypatch):
    monkeypatch.setattr(environment, "problems", [])
    for name in (
        "PORT",
        "DEBUG",
        "PUBLIC_URL",
        "EMAIL_URL",
        "TRUSTED_PROXIES",
        "DATABASE_URL",
        "ALLOWED_HOSTS",
    ):
        monkeypatch.delenv(name, raising=False)


READERS = {
    "PORT": environment.port,
    "DEBUG": lambda: environment.switch("DEBUG"),
    "PUBLIC_URL": environment.public_url,
    "EMAIL_URL": environment.email,
    "TRUSTED_PROXIES": environment.trusted_proxies,
    "CELERY_BROKER_URL": environment.broker,
}
BAD = [
    ("PORT", "achttausend"),
    ("PORT", "99999"),
    ("PORT", "²"),
    ("DEBUG", "vielleicht"),
    ("PUBLIC_URL", "stellen.stadt.example"),
    ("PUBLIC_URL", "https://stellen.stadt.example/unterordner"),
    ("PUBLIC_URL", "https://stellen.stadt.example:abc"),
    ("PUBLIC_URL", "ftp://stellen.stadt.example"),
    ("EMAIL_URL", "post.stadt.example"),
    ("EMAIL_URL", "smtp://"),
    ("EMAIL_URL", "smtp://post.stadt.example:fünf"),
    ("TRUSTED_PROXIES", "der-proxy"),
    ("TRUSTED_PROXIES", "10.0.0.0/99"),
    ("CELERY_BROKER_URL", "localhost:6379"),
    ("CELERY_BROKER_URL", "kafka://x"),
]


@pytest.mark.parametrize(("variable", "value"), BAD)
def test_a_malformed_value_names_its_variable_and_a_good_one(monkeypatch, variable, value):
    monkeypatch.setenv(variable, value)
    READERS[variable]()
    (problem,) = environment.problems
    assert problem.variable == variable
    assert variable in problem.sentence
    assert problem.hint
    assert value not in problem.sentence  # it may hold a password


@pytest.mark.parametrize("value", ["foo", "mysql://a:b@h/x", "postgres://h:abc/x", "postgres://h", "sqlite"])
@pytest.mark.filterwarnings("ignore:Engine not recognized")
def test_a_malformed_database_is_a_problem(monkeypatch, tmp_path, value):
    monkeypatch.setenv("DATABASE_URL", value)
    environment.database(tmp_path)
    assert [problem.variable for problem in environment.problems] == ["DATABASE_URL"]


def test_processes_refuse_to_run_with_problems(monkeypatch):
    monkeypatch.setenv("PORT", "x")
    environment.port()
    with pytest.raises(SystemExit, match=r"PORT.*PORT=8001"):
        environment.refuse_problems()


def test_without_anything_set_it_is_sqlite_on_loopback(tmp_path):
    config = environment.database(tmp_path)
    assert config["ENGINE"].endswith("sqlite3")
    assert config["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in config["OPTIONS"]["init_command"]
    assert config["OPTIONS"]["timeout"] == 20
    assert environment.port() == 8000
    assert environment.public_url() == ""
    assert environment.email()["EMAIL_BACKEND"] == "outreach.consolemail.EmailBackend"
    assert environment.problems == []


def test_postgresql_gives_connections_back_and_notices_dead_ones(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "postgres://a:b@rechner:5432/stadt")
    config = environment.database(tmp_path)
    assert (config["ENGINE"], config["NAME"]) == ("django.db.backends.postgresql", "stadt")
    assert config["CONN_HEALTH_CHECKS"]
    assert config["OPTIONS"]["connect_timeout"] == 5


def test_real_mail_by_url(monkeypatch):
    monkeypatch.setenv("EMAIL_URL", "smtp+tls://name:geheim@post.stadt.example:587")
    config = environment.email()
    assert config["EMAIL_BACKEND"] == "django.core.mail.backends.smtp.EmailBackend"
    assert (config["EMAIL_HOST"], config["EMAIL_PORT"], config["EMAIL_USE_TLS"]) == (
        "post.stadt.example",
        587,
        True,
    )
    assert config["EMAIL_TIMEOUT"] == 15


def test_hosts_are_given_public_and_loopback_ones(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", "a.example, b.example")
    hosts = environment.allowed_hosts("https://c.example:8443", "0.0.0.0")
    assert hosts[:3] == ["a.example", "b.example", "c.example"]
    assert "127.0.0.1" in hosts
    assert "0.0.0.0" not in hosts


class TestKeys:
    def test_are_made_once_and_kept_with_sqlite(self, monkeypatch, tmp_path):
        monkeypatch.delenv("SIGNING_KEYS", raising=False)
        first = environment.keys("SIGNING_KEYS", tmp_path / "new", sqlite=True)
        assert environment.keys("SIGNING_KEYS", tmp_path / "new", sqlite=True) == first
        assert len(first[0]) >= 48
        kept = tmp_path / "new" / "signing_keys.txt"
        assert kept.stat().st_mode & 0o077 == 0
        assert [path.name for path in kept.parent.iterdir()] == [kept.name]

    def test_an_empty_file_of_a_full_disk_is_filled(self, monkeypatch, tmp_path):
        monkeypatch.delenv("SIGNING_KEYS", raising=False)
        (tmp_path / "signing_keys.txt").write_text("")
        (key,) = environment.keys("SIGNING_KEYS", tmp_path, sqlite=True)
        assert key == (tmp_path / "signing_keys.txt").read_text()

    def test_are_required_otherwise(self, monkeypatch, tmp_path):
        monkeypatch.delenv("SIGNING_KEYS", raising=False)
        assert environment.keys("SIGNING_KEYS", tmp_path, sqlite=False)[0]  # never empty, never guessable
        assert environment.problems[0].variable == "SIGNING_KEYS"
        assert "secrets.token_urlsafe" in environment.problems[0].hint
        assert list(tmp_path.iterdir()) == []

    def test_a_list_rotates(self, monkeypatch, tmp_path):
        monkeypatch.setenv("SIGNING_KEYS", "neu, alt")
        assert environment.keys("SIGNING_KEYS", tmp_path, sqlite=False) == ["neu", "alt"]

    def test_a_folder_that_cannot_be_written_is_left_to_the_start(self, monkeypatch, tmp_path):
        monkeypatch.delenv("SIGNING_KEYS", raising=False)
        (tmp_path / "file").write_text("")
        assert environment.keys("SIGNING_KEYS", tmp_path / "file", sqlite=True)[0]


@pytest.mark.parametrize(
    ("host", "expected"),
    [("127.0.0.1", True), ("127.8.9.1", True), ("::1", True), ("[::1]", True), ("localhost", True),
     ("0.0.0.0", False), ("10.0.0.1", False), ("stellen.example", False), ("", False)],
)  # fmt: skip
def test_loopback(host, expected):
    assert environment.is_loopback(host) is expected
