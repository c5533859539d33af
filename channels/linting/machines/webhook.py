"""Standard Webhooks: a small message with type, moment and data."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from channels.linting.finding import Finding
from channels.linting.reading import is_moment, lacking
from channels.received.sample import Sample
from channels.webhooks import payload

KINDS = ("webhook",)
SOURCE = "Standard Webhooks"
URL = "https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md"
LARGEST = 20_000


def lint(sample: Sample) -> Iterator[Finding]:
    """Required keys, size, and whether the text had to be shortened."""
    message = sample.rendition.get("message") or {}
    names = [name for name in ("type", "timestamp", "data") if not message.get(name)]
    yield from lacking(names, receiver=_("Das Programm beim Partner"), source=SOURCE, url=URL)
    if not is_moment(str(message.get("timestamp", ""))):
        yield Finding(
            _("Der Zeitpunkt ist nicht so geschrieben, wie Programme ihn lesen."), SOURCE, "must", URL
        )
    if len(payload.body(message).encode()) >= LARGEST:
        yield Finding(_("Die Nachricht ist größer als 20 kB. Programme lehnen sie ab."), SOURCE, "must", URL)
    if (message.get("data") or {}).get("truncated"):
        yield Finding(
            _("Der Text ist so lang, dass Programme nur den Anfang und den Link bekommen."),
            SOURCE,
            "should",
            URL,
        )
