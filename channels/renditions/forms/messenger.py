"""The few lines people read in a chat, in their language, within what WhatsApp and Telegram take."""

from __future__ import annotations

from channels.renditions.fitting import Line, Post, Size, fitted
from channels.renditions.forms.telling import Telling, plain

#: A Telegram caption takes 1,024 UTF-16 units, so that the text also fits under a picture.
UNITS = 1024
#: What is left out first when room is short has the higher number.
_SPARE = {"pay": 0, "deadline": 1, "language": 2, "hours": 3, "place": 4}
KEYS = frozenset(_SPARE)


def text(told: Telling) -> str:
    """What, pay, hours, German, until when, link, and that nobody reviewed the translation."""
    language = told.language
    lines = [Line(told.name_translated, -1)] if told.name_translated else []
    lines += [
        Line(plain(f"{line['label']}: {line['value']}"), _SPARE[line["key"]])
        for line in told.lines
        if line["key"] in _SPARE
    ]
    # With the link, since that is never left out.
    link = f"{told.link}\n({plain(told.warning)})" if told.warning else told.link
    lead = plain(language.text("text.new_job", city=told.city, title="")).strip().rstrip(":").rstrip()
    post = Post(lead=lead, brief="", title=told.title, link=link, lines=tuple(lines))
    return fitted(post, Size(UNITS, units)).text


def units(text: str) -> int:
    """Length as messengers count it."""
    return len(text.encode("utf-16-le")) // 2
