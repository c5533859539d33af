"""What tests need from outside: used where it answers, else skipped in one line, or failed if CI=true."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess

import pytest


def answers(port: int, host: str = "127.0.0.1") -> bool:
    """True if something listens there."""
    try:
        with socket.create_connection((host, port), 0.5):
            return True
    except OSError:
        return False


def _found(*programs: str) -> bool:
    return any(shutil.which(program) for program in programs)


def _has_uno() -> bool:
    """LibreOffice's bridge comes with Debian's own Python."""
    python = "/usr/bin/python3"
    return _found(python) and not subprocess.run([python, "-c", "import uno"], capture_output=True).returncode


#: name -> (is it there, what to do if not)
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
SERVICES = {
    "postgresql": (lambda: answers(5432), "PostgreSQL antwortet nicht auf 127.0.0.1:5432."),
    "redis": (lambda: answers(6379), "Redis antwortet nicht auf 127.0.0.1:6379."),
    "rabbitmq": (lambda: answers(5672), "RabbitMQ antwortet nicht auf 127.0.0.1:5672."),
    "chromium": (
        lambda: _found(*CHROMIUM),
        "Chromium ist nicht installiert.",
    ),
    "libreoffice-bridge": (_has_uno, "Der Python-Zugang zu LibreOffice fehlt (Debian: python3-uno)."),
    "libreoffice": (lambda: _found("soffice", "libreoffice"), "LibreOffice ist nicht installiert."),
}


def require(name: str) -> None:
    """Skip the test without this service; with CI=true that is a failure, never a skip."""
    is_there, sentence = SERVICES[name]
    if is_there():
        return
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(f"CI=true, aber: {sentence} .ci/run richtet es ein.", pytrace=False)
    pytest.skip(sentence)


def free_port() -> int:
    """A port of this machine that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
