"""The console twin of a mail server: shows who would get what, readable in a terminal."""

from __future__ import annotations

from django.core.mail import EmailMessage
from django.core.mail.backends.console import EmailBackend as ConsoleBackend


class EmailBackend(ConsoleBackend):
    """Prints recipients, subject and the text; no HTML part, no headers."""

    def write_message(self, message: EmailMessage) -> None:
        self.stream.write(f"{as_text(message)}\n")


def as_text(message: EmailMessage) -> str:
    """`| An: …`, `| Betreff: …`, the text; every line marked, so that logs around it stay readable."""
    head = ["--- E-Mail (nur angezeigt; verschickt wird mit EMAIL_URL) ---"]
    head += [f"Von: {message.from_email}", f"An: {', '.join(message.recipients())}"]
    head += [f"Betreff: {message.subject}", ""]
    return "\n".join(f"| {line}".rstrip() for line in [*head, *str(message.body).strip().splitlines()])
