"""The forms as files: what a mosque, a language school or a radio takes with it."""

from __future__ import annotations

from collections.abc import Callable

from channels.renditions import poster
from channels.renditions.forms import letter, messenger, sheet_text, spoken
from channels.renditions.forms.telling import Telling
from outreach.profile import city


def sheet(told: Telling) -> dict:
    """What stands on the poster and the picture."""
    return poster.content(
        title=told.title,
        facts=told.facts,
        present=told.present,
        language=told.language,
        link=told.link,
        qr_link=told.scanned,
        city=city(),
        notice=told.notice,
        title_translated=told.title_translated,
        occupation=told.occupation,
        lines=told.lines,
        notice_in=told.asked,
    )


#: Name of the file -> how it is made.
LOOKS: dict[str, Callable[[Telling], bytes]] = {
    "Text.txt": lambda told: text_file(sheet_text.text(told)),
    "Kurztext.txt": lambda told: text_file(messenger.text(told)),
    "Zum-Vorlesen.txt": lambda told: text_file(spoken.text(told)),
    "Plakat-A4.pdf": lambda told: poster.pdf(sheet(told), "a4"),
    "Plakat-A3.pdf": lambda told: poster.pdf(sheet(told), "a3"),
    "Bild.png": lambda told: poster.square(sheet(told)),
    "E-Mail.html": lambda told: letter.page(told).encode(),
}


def files(told: Telling) -> dict[str, bytes]:
    """All forms of an ad in one language."""
    return {name: make(told) for name, make in LOOKS.items()}


def text_file(text: str) -> bytes:
    """Readable in the oldest editor: byte order mark and line ends of Windows."""
    return ("\ufeff" + text.strip().replace("\n", "\r\n") + "\r\n").encode("utf-8")
