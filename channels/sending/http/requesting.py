"""`request()`: one request, one answer, or a typed error with a German sentence and the next step.

Nothing of an address but the host's name is ever put into a message: paths and queries carry tokens.
Errors of the libraries quote them, so these are never chained to ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import requests
from AntiSSRF import AntiSSRFError
from django.conf import settings
from django.utils.translation import gettext as _
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError

from channels.sending.errors import SendError, Unconfirmed
from channels.sending.http import connections
from channels.sending.http.addresses import Address, check_address, not_public
from channels.sending.http.answers import READ, Answer, error_of
from channels.sending.http.certificates import Certificate, as_file
from outreach.addresses import base

#: Seconds to connect, and to wait for each piece of the answer.
TIMEOUT = (5.0, 15.0)
#: Seconds for everything together, name look-up apart.
TOTAL = 30.0
LARGEST = 256 * 1024


def request(
    method: str,
    url: str,
    *,
    json: Any = None,
    body: bytes | str | None = None,
    data: Mapping[str, str] | None = None,
    files: Any = None,
    headers: Mapping[str, str] | None = None,
    cert: Certificate | None = None,
    timeout: tuple[float, float] = TIMEOUT,
    total: float = TOTAL,
    largest: int = LARGEST,
    repeatable: bool = False,
    accept: tuple[int, ...] = (),
) -> Answer:
    """Send one request to a public address and return its answer (2xx, or a status in `accept`).

    `repeatable`: the receiver recognises a second one, so that a time-out is a plain `SendError`
    to be tried again. Otherwise it is `Unconfirmed` as soon as the first byte went out.
    `json`, `body`, `data` (a form) and `files` are what `requests` knows them as; `largest` limits them.
    """
    address = check_address(url)
    prepared = _prepared(
        method, address, headers, json=json, data=data if body is None else body, files=files
    )
    if _size(prepared) > largest:
        raise SendError(_("Die Nachricht ist zu groß. Bitte kürzen Sie sie."), permanent=True)
    if cert is None:
        answer = _send(connections.adapter(address.scheme), prepared, address, timeout, total, repeatable)
    else:
        with as_file(cert) as path:
            adapter = connections.fresh_adapter(address.scheme)
            try:
                answer = _send(adapter, prepared, address, timeout, total, repeatable, path)
            finally:
                adapter.close()
    if answer.status not in accept and (error := error_of(answer, address.host, repeatable=repeatable)):
        raise error
    return answer


def _prepared(
    method: str, address: Address, headers: Mapping[str, str] | None, **content: Any
) -> requests.PreparedRequest:
    """Ready to be sent. Whatever is wrong with it (a line break in a header …) comes out here."""
    own = {"User-Agent": f"outreach (+{base()})", "Accept-Encoding": "identity", **(headers or {})}
    try:
        prepared = requests.Request(method.upper(), address.url, headers=own, **content).prepare()
        "".join(prepared.headers.values()).encode("latin-1")  # all that a header can hold
        prepared.method.encode("ascii")
    except (requests.RequestException, ValueError):
        sentence = _("Die Nachricht an {host} lässt sich so nicht senden. Bitte prüfen Sie den Kanal.")
        raise SendError(sentence.format(host=address.host), permanent=True) from None
    return prepared


def _size(prepared: requests.PreparedRequest) -> int:
    content = prepared.body or b""
    return len(content.encode() if isinstance(content, str) else content)


def _send(
    adapter: HTTPAdapter,
    prepared: requests.PreparedRequest,
    address: Address,
    timeout: tuple[float, float],
    total: float,
    repeatable: bool,
    certificate: str | None = None,
) -> Answer:
    """The sending itself. The adapter is asked, not a session: that one would follow and read redirects."""
    with connections.calling(total) as call:
        try:
            response = adapter.send(
                prepared,
                stream=True,
                timeout=timeout,
                verify=settings.OUTGOING_CA_FILE or True,
                cert=certificate,
            )
            return _read(response)
        except AntiSSRFError:
            failure = not_public(address.host)
        except (requests.RequestException, HTTPError, OSError, ValueError) as error:
            failure = _failure(error, address.host, sent=call.sent, repeatable=repeatable)
    raise failure from None


def _read(response: requests.Response) -> Answer:
    """At most 64 kB. A body that breaks changes nothing about the status that came before it."""
    body, complete = b"", True
    try:
        while len(body) <= READ and (piece := response.raw.read(READ + 1 - len(body), decode_content=False)):
            body += piece
        complete = len(body) <= READ
    except (HTTPError, OSError):
        complete = False
    finally:
        if complete:
            response.raw.release_conn()  # kept alive for the next request
        else:
            response.raw.close()
    return Answer(response.status_code, response.headers, body[:READ], complete)


def _failure(error: Exception, host: str, *, sent: bool, repeatable: bool) -> SendError:
    if not sent:
        return SendError(_unreachable(error).format(host=host))
    if repeatable:
        sentence = _("{host} antwortet nicht. Wir versuchen es weiter.")
        return SendError(sentence.format(host=host))
    sentence = _("Die Verbindung zu {host} riss ab. Bitte sehen Sie nach, ob die Nachricht ankam.")
    return Unconfirmed(sentence.format(host=host))


def _unreachable(error: Exception) -> str:
    if isinstance(error, requests.exceptions.SSLError):
        return _(
            "{host} weist sich nicht mit einem gültigen Zertifikat aus, deshalb senden wir nichts. "
            "Wir versuchen es weiter. Bitte sagen Sie dort Bescheid."
        )
    return _(
        "{host} ist nicht erreichbar. Wir versuchen es weiter. Hält das an, prüfen Sie bitte die Adresse."
    )
