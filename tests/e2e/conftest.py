"""A browser, a mailbox, and a running service."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller

from tests.e2e.service import Service, free_port


class Mailbox:
    """A real SMTP server that keeps what it receives."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802 (aiosmtpd's name)
        message = BytesParser(policy=default).parsebytes(envelope.content)
        message["X-Rcpt"] = ", ".join(envelope.rcpt_tos)
        self.messages.append(message)
        return "250 OK"


@pytest.fixture
def mailbox() -> Iterator[tuple[Mailbox, str]]:
    """The mailbox and its EMAIL_URL."""
    box, port = Mailbox(), free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box, f"smtp://127.0.0.1:{port}"
    controller.stop()


@pytest.fixture
def run_service(tmp_path: Path) -> Iterator:
    """run_service(**environment) -> a started Service, stopped at the end."""
    started: list[Service] = []

    def run(**environment: str) -> Service:
        service = Service(tmp_path, **environment)
        started.append(service)
        return service.start()

    yield run
    for service in started:
        if service.process.poll() is None:
            service.stop()
