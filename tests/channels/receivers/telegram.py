"""A server that behaves like Telegram's Bot API: no idempotency, HTML parse mode, limits, edits, deletes."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser

from tests.channels.receivers.server import Receiver, Reply, Request

TOKEN = "123456:telegram-secret"
CHAT = "-1001234567890"
_TAGS = {"b", "strong", "i", "em", "u", "s", "code", "pre", "a"}
_CALL = re.compile(r"/bot([^/]+)/(\w+)")
_BARE = re.compile(r"&(?!(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);)")
LONGEST = 4096


class Telegram(Receiver):
    """`messages`: id -> text as shown, in order; `sent` counts every sendMessage that went through."""

    def __init__(self, *, chats=(CHAT,), per_minute: int | None = None, **options):
        super().__init__(**options)
        self.chats = chats
        self.per_minute = per_minute
        self.messages: dict[int, str] = {}
        self.old: set[int] = set()  # too old to be deleted
        self.frozen: set[int] = set()  # cannot be edited either
        self.sent: list[str] = []
        self._times: list[float] = []

    def answer(self, request: Request) -> Reply:
        match = _CALL.fullmatch(request.path)
        if not match:
            return _no(404, "Not Found")
        if match[1] != TOKEN:
            return _no(401, "Unauthorized")
        method = getattr(self, f"_{match[2].lower()}", None)
        return method(request.data) if method else _no(404, "Not Found: method not found")

    def _getme(self, data: dict) -> Reply:
        return _yes({"id": 123456, "is_bot": True, "username": "stellen_bot"})

    def _getchat(self, data: dict) -> Reply:
        if str(data.get("chat_id")) not in self.chats:
            return _no(400, "Bad Request: chat not found")
        return _yes({"id": int(data["chat_id"]), "type": "supergroup", "title": "Stellen"})

    def _sendmessage(self, data: dict) -> Reply:
        if problem := self._problem(data):
            return problem
        if wait := self._wait():
            return _no(429, f"Too Many Requests: retry after {wait}", {"retry_after": wait})
        number = len(self.sent) + 1
        self.messages[number] = shown(data)
        self.sent.append(self.messages[number])
        return _yes({"message_id": number, "chat": {"id": data["chat_id"]}, "text": self.messages[number]})

    def _editmessagetext(self, data: dict) -> Reply:
        number = int(data["message_id"])
        if problem := self._problem(data):
            return problem
        if number not in self.messages:
            return _no(400, "Bad Request: message to edit not found")
        if number in self.frozen:
            return _no(400, "Bad Request: message can't be edited")
        if self.messages[number] == shown(data):
            return _no(400, "Bad Request: message is not modified: specified new message content is the same")
        self.messages[number] = shown(data)
        return _yes({"message_id": number, "text": self.messages[number]})

    def _deletemessage(self, data: dict) -> Reply:
        number = int(data["message_id"])
        if number not in self.messages:
            return _no(400, "Bad Request: message to delete not found")
        if number in self.old:
            return _no(400, "Bad Request: message can't be deleted for everyone")
        del self.messages[number]
        return _yes(True)

    def _problem(self, data: dict) -> Reply | None:
        if str(data.get("chat_id")) not in self.chats:
            return _no(400, "Bad Request: chat not found")
        if data.get("parse_mode") == "HTML" and (wrong := _Markup.mistake(data["text"])):
            return _no(400, f"Bad Request: can't parse entities: {wrong}")
        text = shown(data)
        if not text.strip():
            return _no(400, "Bad Request: message text is empty")
        if len(text.encode("utf-16-le")) // 2 > LONGEST:
            return _no(400, "Bad Request: message is too long")
        return None

    def _wait(self) -> int:
        """Seconds to wait, 0 if the message may go now."""
        if not self.per_minute:
            return 0
        now = time.monotonic()
        self._times = [moment for moment in self._times if moment > now - 60]
        if len(self._times) >= self.per_minute:
            return int(self._times[0] + 60 - now) + 1
        self._times.append(now)
        return 0


def shown(data: dict) -> str:
    """The text as people see it."""
    return _Markup.text(data["text"]) if data.get("parse_mode") == "HTML" else data["text"]


class _Markup(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.open: list[str] = []
        self.wrong = ""

    @classmethod
    def read(cls, text: str) -> _Markup:
        parser = cls()
        parser.feed(text)
        parser.close()
        return parser

    @classmethod
    def text(cls, text: str) -> str:
        return "".join(cls.read(text).parts)

    @classmethod
    def mistake(cls, text: str) -> str:
        parser = cls.read(text)
        return parser.wrong or (parser.open and "unclosed tag") or (_BARE.search(text) and "bare &") or ""

    def handle_starttag(self, tag, attrs) -> None:
        self.open.append(tag)
        if tag not in _TAGS:
            self.wrong = f'Unsupported start tag "{tag}"'

    def handle_endtag(self, tag) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong = f'Unmatched end tag "{tag}"'

    def handle_data(self, data) -> None:
        self.parts.append(data)


def _yes(result) -> Reply:
    return Reply(200, {"ok": True, "result": result})


def _no(code: int, words: str, parameters: dict | None = None) -> Reply:
    data = {"ok": False, "error_code": code, "description": words}
    return Reply(code, {**data, "parameters": parameters} if parameters else data)
