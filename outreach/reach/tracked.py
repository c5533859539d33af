"""`/l/<code>` and `/q/<code>`: answered first, counted after, before any middleware.

The answer is a plain redirect with no cookie, nothing to cache and no referrer handed on. From the request
only the method and a few headers are looked at (`retrieval`), and nothing of them is kept. (Where a city
switches de-duplication on, `repeats` says what is held in memory, and for how long.)
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from outreach.reach import counting
from outreach.reach.opening import directory as codes
from outreach.reach.opening import pages, reader
from outreach.reach.opening.directory import Directory, Target, Unavailable
from outreach.reach.opening.judging import Judge
from outreach.reach.opening.kinds import Medium

logger = logging.getLogger(__name__)

MEDIA = {"/l/": Medium.LINK.value, "/q/": Medium.QR.value}
NOT_KEPT = [
    ("Cache-Control", "no-store"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Robots-Tag", "noindex, nofollow"),
]
PAGE = [
    *NOT_KEPT,
    ("Content-Type", "text/html; charset=utf-8"),
    ("Vary", "Accept-Language"),
    ("X-Content-Type-Options", "nosniff"),
    (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
]

StartResponse = Callable[[str, list[tuple[str, str]]], Any]
Application = Callable[[dict[str, Any], Any], Iterable[bytes]]
Find = Callable[[str], Target | None]


class Answer(NamedTuple):
    """What goes back, and what it is counted under (None: not counted)."""

    status: str
    headers: list[tuple[str, str]]
    body: bytes = b""
    link: int | None = None


def respond(environ: Mapping[str, Any], find: Find) -> Answer:
    """The answer to a tracked address. `find` says where a code leads, or raises `Unavailable`."""
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
        return Answer("405 Method Not Allowed", [*NOT_KEPT, ("Allow", "GET, HEAD"), ("Content-Length", "0")])
    code = environ["PATH_INFO"][3:].removesuffix("/")
    try:
        target = find(code)
    except Unavailable:
        return _page("503 Service Unavailable", pages.away, environ, ("Retry-After", "5"))
    if target is None:
        return _page("404 Not Found", pages.unknown, environ)
    headers = [*NOT_KEPT, ("Location", target.location), ("Content-Length", "0")]
    return Answer("302 Found", headers, link=target.link if target.counts else None)


def _page(
    status: str, make: Callable[[str], bytes], environ: Mapping[str, Any], *more: tuple[str, str]
) -> Answer:
    body = make(reader.language_of(environ))
    headers = [*PAGE, *more, ("Content-Length", str(len(body)))]
    return Answer(status, headers, b"" if environ["REQUEST_METHOD"] == "HEAD" else body)


def count(environ: Mapping[str, Any], answer: Answer, buffer: counting.Buffer, judge: Judge) -> None:
    """One more for the link that was opened."""
    if answer.link is not None:
        buffer.add(answer.link, judge.kind_of(environ, answer.link), MEDIA[environ["PATH_INFO"][:3]])


class TrackedLinks:
    """WSGI wrapper: tracked addresses are answered here, everything else goes on to the application."""

    def __init__(
        self,
        application: Application,
        directory: Directory | None = None,
        buffer: counting.Buffer | None = None,
        judge: Judge | None = None,
    ) -> None:
        self.application = application
        self.directory = directory or codes.directory
        self.buffer = buffer or counting.buffer
        self.judge = judge or Judge()

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"][:3] not in MEDIA:
            return self.application(environ, start_response)
        try:
            self.buffer.start()
            answer = respond(environ, self.directory.find)
        except Exception as error:  # the words of an error may quote the request: only its name is logged
            logger.error("A tracked link could not be answered (%s).", type(error).__name__)
            answer = Answer("503 Service Unavailable", [*NOT_KEPT, ("Content-Length", "0")])
        start_response(answer.status, answer.headers)
        try:
            count(environ, answer, self.buffer, self.judge)
        except Exception as error:
            self.buffer.lost += 1
            logger.error("A retrieval could not be counted (%s).", type(error).__name__)
        return (answer.body,)
