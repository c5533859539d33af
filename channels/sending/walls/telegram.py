"""Telegram's Bot API. The bot's token is a part of every address: none of it may reach an error or a log."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.translation import gettext as _

from channels.models import Channel
from channels.sending import http
from channels.sending.errors import SendError

SERVER = "https://api.telegram.org"
#: Answers that mean: it is done already, or there is nothing left to do.
_DONE = ("message is not modified", "message to edit not found", "message to delete not found")
_LATE = ("can't be edited", "can't be deleted")


class Chat:
    """One bot in one chat. A message that is sent twice stands there twice."""

    key = "message_id"

    def __init__(self, channel: Channel) -> None:
        self.chat = channel.options.get("chat", "")
        self._server = channel.options.get("server") or SERVER
        self._token = channel.secrets.get("token", "")

    @property
    def lane(self) -> str:
        return f"telegram/{self.chat}"

    def post(self, content: dict, uid: str, answer_to: dict | None = None) -> dict[str, Any]:
        """A new message, if need be as an answer. After a broken connection nobody knows: `Unconfirmed`."""
        data = self._words(content)
        if answer_to:
            first = {"message_id": answer_to["message_id"], "allow_sending_without_reply": True}
            data["reply_parameters"] = first
        made = self._call("sendMessage", data).json().get("result") or {}
        return {"message_id": made.get("message_id")}

    def edit(self, remote: dict, content: dict, uid: str) -> bool:
        data = {**self._words(content), "message_id": remote["message_id"]}
        return self._change("editMessageText", data)

    def delete(self, remote: dict, uid: str) -> bool:
        """Only in the first 48 hours."""
        return self._change("deleteMessage", {"chat_id": self.chat, "message_id": remote["message_id"]})

    def check(self) -> list[str]:
        """What is wrong with bot and chat, in plain words."""
        try:
            self._call("getMe", {}, repeatable=True)
            self._call("getChat", {"chat_id": self.chat}, repeatable=True)
        except SendError as error:
            return [str(error)]
        return []

    def _words(self, content: dict) -> dict[str, Any]:
        return {
            "chat_id": self.chat,
            "text": content["markup"],
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},  # a preview is a visit that nobody made
        }

    def _change(self, method: str, data: dict) -> bool:
        answer = self._call(method, data, repeatable=True, accept=(400,))
        words = str(answer.json().get("description", ""))
        if answer.ok or any(done in words for done in _DONE):
            return True
        if any(late in words for late in _LATE):
            return False
        raise _refusal(answer)

    def _call(self, method: str, data: dict, *, repeatable=False, accept=()) -> http.Answer:
        address = f"{self._server}/bot{self._token}/{method}"
        try:
            return http.request("POST", address, json=data, repeatable=repeatable, accept=accept)
        except http.Refused as error:
            answer = error.answer
            if answer.status in (400, 401, 403, 404):
                raise _refusal(answer) from None
            wait = (answer.json().get("parameters") or {}).get("retry_after")
            if isinstance(wait, int | float):
                error.retry_after = datetime.timedelta(seconds=min(wait, 10**6))
            raise


def _refusal(answer: http.Answer) -> SendError:
    """Why Telegram does not want it, in plain words."""
    said = str(answer.json().get("description", "")).lower()
    sentences = [
        ("chat not found", _("Telegram findet den Chat nicht. Bitte prüfen Sie, wie er eingetragen ist.")),
        ("upgraded to a supergroup", _migrated(answer)),
        ("kicked", _("Der Bot wurde aus dem Chat entfernt. Bitte nehmen Sie ihn wieder auf.")),
        ("not a member", _("Der Bot ist nicht im Chat. Bitte nehmen Sie ihn auf.")),
        ("blocked", _("Der Bot ist im Chat gesperrt.")),
        ("rights", _("Der Bot darf im Chat nicht schreiben. Bitte geben Sie ihm das Recht dazu.")),
        ("too long", _("Die Nachricht ist zu lang für Telegram.")),
    ]
    for words, sentence in sentences:
        if words in said:
            return SendError(sentence, permanent=True)
    if answer.status in (401, 404):
        return SendError(_("Telegram kennt das Token des Bots nicht. Bitte prüfen Sie es."), permanent=True)
    sentence = _("Telegram lehnt die Nachricht ab (Antwort {status}).").format(status=answer.status)
    return SendError(sentence, permanent=True)


def _migrated(answer: http.Answer) -> str:
    chat = (answer.json().get("parameters") or {}).get("migrate_to_chat_id", "")
    return _("Die Gruppe hat eine neue Nummer. Bitte tragen Sie ein: {chat}").format(chat=chat)
