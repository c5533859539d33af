"""An ad as a piece of a mail in one language: beside the German in partners' mails, and as a file to send."""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string

from channels.languages import Language
from channels.renditions import factsheet
from channels.renditions.forms import sheet_text
from channels.renditions.forms.telling import Telling


def text(told: Telling) -> str:
    """Plain lines; the same as the fact sheet to copy."""
    return sheet_text.text(told).strip()


def block(told: Telling, *, short: bool = False) -> str:
    """HTML for the inside of a mail, in its own language and direction. `short`: facts only, for digests."""
    return render_to_string("channels/email/language.html", {**_said(told), "short": short}).strip()


def honest(language: Language, sentence: str) -> str:
    """Why there is only German, in the reader's language."""
    context = {"language": language, "sentence": sentence}
    return render_to_string("channels/email/honest.html", context).strip()


def page(told: Telling) -> str:
    """The same as a whole HTML file, for people who send mails of their own."""
    context = {"block": block(told), "title": told.title, "told": told}
    return render_to_string("channels/email/language_page.html", context).strip() + "\n"


def _said(told: Telling) -> dict[str, Any]:
    language, asked = told.language, told.asked or told.language
    return {
        "told": told,
        "language": language,
        "sentences": factsheet.sentences(told.present, language),
        "more": language.text("text.more", link="").replace("\u2068\u2069", "").strip().rstrip(":：").strip(),
        "binding": "" if told.asked or not told.warning else language.text("sentence.binding"),
        "warning_in": asked,
    }
