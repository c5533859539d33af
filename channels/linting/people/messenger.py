"""The short text people pass on in WhatsApp, Telegram or Signal."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from channels.linting.finding import Finding
from channels.received.sample import Sample
from channels.renditions.forms import messenger

KINDS = ("email", "package")
SOURCE = "Telegram, Text unter einem Bild"
URL = "https://core.telegram.org/bots/api#sendphoto"


def lint(sample: Sample) -> Iterator[Finding]:
    """It must fit under a picture, whole, with its link as the last line that opens."""
    text = str(sample.rendition.get("messenger") or "")
    if not text:
        return
    count = len(text.encode("utf-16-le")) // 2
    if count > messenger.UNITS:
        sentence = _("Der Kurztext hat {count} Zeichen. Unter einem Bild ist nur Platz für {limit}.")
        yield Finding(sentence.format(count=count, limit=messenger.UNITS), SOURCE, "must", URL)
    if "…" in text:
        yield Finding(
            _("Der Kurztext für Messenger ist gekürzt. Ein kürzerer Titel hilft."), SOURCE, "should", URL
        )
    if "http" not in text:
        yield Finding(_("Im Kurztext fehlt der Link."), SOURCE, "must", URL)
