"""Addresses that open a messenger with the text already in it. Nothing is loaded from there: plain links."""

from __future__ import annotations

from urllib.parse import quote, urlencode


def whatsapp(text: str) -> str:
    """Opens WhatsApp, where a person chooses chat or group and sends."""
    return f"https://wa.me/?text={quote(text)}" if text else ""


def telegram(text: str, link: str) -> str:
    """Opens Telegram's "share"; it puts the link before the text, so the text comes without it."""
    without_link = text.replace(link, "").rstrip(" :\n") if link else text
    return (
        f"https://t.me/share/url?{urlencode({'url': link, 'text': without_link}, quote_via=quote)}"
        if text
        else ""
    )
