"""An ad made for reading aloud: whole sentences, no signs, no lists; for a radio, a meeting, a Friday."""

from __future__ import annotations

import re

from django.utils import translation

from channels.languages import Language
from channels.renditions.forms.telling import Telling, plain
from postings import amounts

#: What a voice says for signs, as far as it differs from reading them.
_DOT = re.compile(r"\s*·\s*")


def text(told: Telling) -> str:
    """Who is looking for whom, pay, German, until when, where to read more."""
    language = told.language
    said = [language.text("text.radio_job", city=told.city, title=told.title_translated or told.title)]
    if pay := told.value("pay"):
        said.append(language.text("text.radio_pay", pay=_DOT.split(pay)[0]))
    if level := told.facts.get("language_level"):
        said.append(language.text("text.radio_language", level=level))
    if deadline := told.facts.get("deadline"):
        said.append(language.text("text.radio_deadline", day=_day(deadline, language)))
    said.append(language.text("sentence.no_fee"))
    said.append(language.text("text.radio_link", link=_said(told.link)))
    if told.warning:
        said.append(f"({told.warning})")
    return "\n".join(plain(sentence) for sentence in said) + "\n"


def _day(deadline: str, language: Language) -> str:
    """German is read aloud with the month's name."""
    if language.code != "de":
        return language.day(deadline)
    with translation.override("de"):
        return amounts.day(deadline)


def _said(link: str) -> str:
    return link.removeprefix("https://").removeprefix("http://")
