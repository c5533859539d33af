"""The Bundesagentur's door for files: HTTPS with a client certificate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import quote, urlencode

from django.utils.translation import gettext as _

from channels.models import Channel
from channels.renditions.hrba.load import File
from channels.sending import http
from channels.sending.errors import SendError

SERVER = "https://hrbaxml.arbeitsagentur.de"
#: Parts hold 200 ads of at most 4,000 characters; UTF-8 and markup included this is far more than enough.
_LARGEST = 8 * 1024 * 1024
_REPORT = re.compile(r"""href=["']?/?([^"'\s>]*ES[PV][^"'\s>]*)""", re.IGNORECASE)
_MOST_REPORTS = 20
_EXCERPT = 1500


@dataclass(frozen=True)
class Report:
    """What was found wrong with a file. Its format is not public: our ads are looked for in it."""

    name: str
    postings: list[int]
    excerpt: str


class Agency:
    """One account there."""

    def __init__(self, channel: Channel) -> None:
        self.server = channel.options.get("server") or SERVER
        self.alliance = channel.options.get("alliance", "")
        self._partner = channel.options.get("partner", "")
        self._certificate = channel.secrets.get("certificate", "")
        self._pin = channel.secrets.get("pin", "")

    def upload(self, files: list[File]) -> None:
        """All parts, in order. Entries have stable numbers: the same file twice changes nothing."""
        for file in files:
            content = {"upload": (file.name, file.content, "application/xml")}
            self._call("POST", "/in/upload.php", files=content)

    def reports(self) -> list[Report]:
        """Error files, some minutes after an upload; newest last, as the server lists them."""
        listing = self._call("GET", "/").body.decode("utf-8", "replace")
        names = dict.fromkeys(unescape(name) for name in _REPORT.findall(listing))
        return [self._report(name) for name in list(names)[-_MOST_REPORTS:] if ".." not in name]

    def check(self) -> list[str]:
        """Whether certificate and PIN open the door."""
        try:
            self._call("GET", "/")
        except SendError as error:
            return [str(error)]
        return []

    def _report(self, name: str) -> Report:
        answer = self._call("GET", f"/{quote(name)}")
        text = answer.body.decode("utf-8", "replace")
        ours = re.findall(rf"{re.escape(self.alliance)}-(\d+)-S", text) if self.alliance else []
        shown = " ".join(re.sub(r"<[^>]*>", " ", text).split())
        return Report(name, sorted({int(number) for number in ours}), unescape(shown)[:_EXCERPT])

    def _call(self, method: str, path: str, **content) -> http.Answer:
        if not self._certificate:
            raise SendError(_("Es fehlt das Zertifikat der Bundesagentur beim Kanal."), permanent=True)
        certificate = http.Certificate.from_text(self._certificate, self._pin)
        query = f"?{urlencode({'partner_id': self._partner})}" if self._partner else ""
        return http.request(
            method,
            f"{self.server}{path}{query}",
            cert=certificate,
            largest=_LARGEST,
            repeatable=True,
            **content,
        )
