"""Mail: what inboxes cut, clip or sort out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from channels.linting.finding import Finding
from channels.received.looks.mail import letter
from channels.received.sample import Sample

KINDS = ("email",)
SOURCE = "RFC 5322, Abschnitt 2.1.1"
URL = "https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1"
SPAM = "Apache SpamAssassin (SUBJ_ALL_CAPS und andere)"
SPAM_URL = "https://spamassassin.apache.org/tests.html"
GMAIL = "Spam Resource: Gmail clipping (gemessen)"
GMAIL_URL = "https://www.spamresource.com/2022/01/what-is-gmail-clipping-and-what-to-do.html"
#: A line of the head should hold no more, "Subject: " among them.
SUBJECT = 78 - len("Subject: ")
#: From here on Gmail shows only a part.
CLIPPED = 102 * 1024
_CAPITALS = re.compile(r"\b[A-ZÄÖÜ]{4,}\b")
_LOUD = re.compile(r"!{2,}|\?{2,}|[€$]{2,}|!.*!")


def lint(sample: Sample) -> Iterator[Finding]:
    """Length of the subject, capitals and signs that look like spam, size of the mail."""
    if sample.channel.partner is None:
        return
    mail = letter(sample)
    yield from _subject(mail.subject, sample.title)
    markup = str(mail.alternatives[0][0]) if mail.alternatives else ""
    if len(markup.encode()) > CLIPPED:
        yield Finding(
            _("Die E-Mail ist so lang, dass Gmail nur den Anfang zeigt."), GMAIL, "should", GMAIL_URL
        )
    if not mail.body.strip():
        yield Finding(
            _("Die E-Mail hat keinen reinen Text. Viele Filter sortieren sie aus."), SPAM, "must", SPAM_URL
        )


def _subject(subject: str, title: str) -> Iterator[Finding]:
    if len(subject) > SUBJECT:
        sentence = _(
            "Der Betreff hat {count} Zeichen. Postfächer zeigen oft nur die ersten {limit}: {shown} …"
        )
        shown = subject[:SUBJECT].rpartition(" ")[0]
        yield Finding(sentence.format(count=len(subject), limit=SUBJECT, shown=shown), SOURCE, "hint", URL)
    letters = [letter for letter in title if letter.isalpha()]
    shouted = _CAPITALS.findall(title)
    if letters and (title.isupper() or len(shouted) > 1):
        sentence = _("Im Betreff steht viel in Großbuchstaben: „{quote}“. Filter halten das für Werbung.")
        yield Finding(sentence.format(quote=" ".join(shouted) or title), SPAM, "should", SPAM_URL)
    if found := _LOUD.search(subject):
        sentence = _("Im Betreff stehen laute Zeichen: „{quote}“. Filter halten das für Werbung.")
        yield Finding(sentence.format(quote=found.group()), SPAM, "should", SPAM_URL)
