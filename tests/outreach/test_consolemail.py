"""Without a mail server, mails are shown so that a person can read them."""

from __future__ import annotations

from io import StringIO

from django.core.mail import EmailMultiAlternatives

from outreach.consolemail import EmailBackend


def test_the_text_is_shown_and_the_html_is_not():
    out = StringIO()
    text = "Guten Tag,\n\nes gibt etwas Neues."
    sender, to, hidden = "a@x.example", ["b@y.example"], ["c@z.example"]
    mail = EmailMultiAlternatives("Neue Stelle: Erzieher*in", text, sender, to, bcc=hidden)
    mail.attach_alternative("<p>Guten Tag</p>", "text/html")
    assert EmailBackend(stream=out).send_messages([mail]) == 1
    shown = out.getvalue()
    for part in ("Erzieher*in", "es gibt etwas Neues.", "b@y.example", "c@z.example", "EMAIL_URL"):
        assert part in shown
    assert "<p>" not in shown
    assert all(line.startswith("|") or set(line) <= {"-"} for line in shown.splitlines() if line)
