"""Everything else that apprise knows: one service, one target, one message, no second try."""

from __future__ import annotations

import logging
import warnings
from functools import lru_cache
from types import ModuleType
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from django.utils.translation import gettext as _

from channels.models import Channel
from channels.sending import http
from channels.sending.errors import SendError, Unconfirmed
from channels.sending.walls.guarded import guard, recorded
from outreach.addresses import base
from outreach.profile import city

if TYPE_CHECKING:
    from apprise.plugins.base import NotifyBase

#: We have media of our own for these: they can change and delete what they posted.
_OWN = {"mastodon", "toot", "mastodons", "toots", "matrix", "matrixs", "tgram", "mailto", "mailtos"}
#: These read keys from files or addresses, and these parameters name some: apprise would open any.
_WITH_FILES = {"vapid", "fcm"}
_FILES = {"template", "keyfile", "subfile", "attach", "config"}
#: Here `*` and `_` in a title ("Gärtner*in") would turn into italics.
_MARKDOWN = {
    "discord",
    "mmost",
    "mmosts",
    "nctalk",
    "nctalks",
    "revolt",
    "rocket",
    "rockets",
    "webex",
    "zulip",
}
_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\*_~`|"})
SHORTEST = 140


def opened(address: str) -> NotifyBase:
    """The service behind an apprise address; `SendError` with the reason if we do not use it."""
    apprise = _library()
    if _schema(address) in _OWN:
        raise _no(_("Dafür gibt es ein eigenes Medium. Bitte wählen Sie es statt dieser Adresse."))
    if _schema(address) in _WITH_FILES or _FILES & _parameters(address):
        raise _no(_("Die Adresse nennt eine Datei. Solche Adressen nutzen wir nicht."))
    asset = apprise.AppriseAsset(
        app_id=city()["name"], app_desc="", app_url=base(), image_url_mask="", image_path_mask="",
        async_mode=False, http_redirects=False, default_service_retry=0,
    )  # fmt: skip
    service = apprise.Apprise.instantiate(address, asset=asset, suppress_exceptions=True)
    if service is None:
        raise _no(_("Diese Adresse ist keine, die apprise versteht. Bitte prüfen Sie die Schreibweise."))
    if any(isinstance(value, apprise.AppriseAttachment) and len(value) for value in vars(service).values()):
        raise _no(_("Die Adresse nennt eine Datei. Solche Adressen nutzen wir nicht."))
    if not guard(service):
        raise _no(_("Diesen Dienst nutzen wir nicht: Er sendet auf Wegen, die wir nicht absichern können."))
    if len(service) != 1:
        raise _no(_("Die Adresse muss genau ein Ziel nennen. Legen Sie für weitere Ziele eigene Kanäle an."))
    if service.body_maxlen < SHORTEST:
        raise _no(_("Der Dienst nimmt zu kurze Nachrichten an."))
    service.retry, service.redirects, service.verify_certificate = 0, False, True
    return service


@lru_cache(maxsize=1)
def _library() -> ModuleType:
    """Loaded on first use: it takes most of a second."""
    # It writes addresses, and with them tokens. A filter stays where `disabled` would not:
    # whoever configures logging later (Django, Celery) switches loggers it does not name on again.
    logging.getLogger("apprise").addFilter(lambda record: False)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # some plug-ins are old
        import apprise

        apprise.Apprise.instantiate("json://127.0.0.1")  # loads all plug-ins
    return apprise


def check_host(service: NotifyBase) -> None:
    """`SendError` if the service runs on a machine we would not call."""
    if host := getattr(service, "host", None):
        port = f":{service.port}" if getattr(service, "port", None) else ""
        http.ensure_public(f"{'https' if service.secure else 'http'}://{host}{port}/")


def escaped(text: str, address: str) -> str:
    """The text as it must be written so that the service shows it as it is."""
    return text.translate(_SPECIAL) if _schema(address) in _MARKDOWN else text


class Service:
    """One target of one service."""

    key = "none"

    def __init__(self, channel: Channel) -> None:
        self._address = str(channel.secrets.get("url", ""))

    def post(self, content: dict, uid: str, answer_to: dict | None = None) -> dict[str, Any]:
        """Send it. Whatever is not plainly sent or plainly refused is `Unconfirmed`."""
        service = opened(self._address)
        head = content["head"] if 0 < len(content["head"]) <= service.title_maxlen else ""
        words = escaped(content["body"] if head else content["text"], self._address)
        with recorded() as outcomes:
            try:
                done = _notify(service, head, words)
            except Exception:
                done = False  # a plug-in's own mistake; its words may hold secrets
        if not done:
            raise _failure(outcomes) from None
        return {}

    def edit(self, remote: dict, content: dict, uid: str) -> bool:
        """Not possible here: the end is told by a second message."""
        return False

    def delete(self, remote: dict, uid: str) -> bool:
        return False


def _notify(service: NotifyBase, head: str, words: str) -> bool:
    """By the plug-in itself: apprise's own dispatcher would change threads and try again."""
    return bool(service.notify(body=words, title=head, body_format=_library().NotifyFormat.TEXT))


def _failure(outcomes: list[SendError | None]) -> SendError:
    errors = [error for error in outcomes if error is not None]
    unclear = [error for error in errors if isinstance(error, Unconfirmed)]
    if unclear:
        return unclear[-1]
    if errors and len(errors) == len(outcomes):
        return errors[-1]
    if not outcomes:
        return _no(_("Der Dienst nimmt die Nachricht so nicht an. Bitte prüfen Sie die Adresse."))
    return Unconfirmed(_("Der Dienst meldet einen Fehler. Bitte sehen Sie nach, ob die Nachricht ankam."))


def _schema(address: str) -> str:
    return address.partition("://")[0].lower()


def _parameters(address: str) -> set[str]:
    """Names of everything after the first question mark."""
    return {
        name.strip().lower() for name, _value in parse_qsl(address.partition("?")[2], keep_blank_values=True)
    }


def _no(sentence: str) -> SendError:
    return SendError(sentence, permanent=True)
