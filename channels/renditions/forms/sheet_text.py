"""The fact sheet as plain lines: to copy into a mail, a newsletter, a notice."""

from __future__ import annotations

from channels.renditions import factsheet
from channels.renditions.forms.telling import Telling, plain


def text(told: Telling) -> str:
    """Title, every fact, the ad's promises, link, and that nobody reviewed the translation."""
    language = told.language
    facts = [f"{line['label']}: {line['value']}" for line in told.lines]
    promises = factsheet.sentences(told.present, language)
    more = language.text("text.more", link=told.link)
    head = [language.text("text.new_job", city=told.city, title=told.title), told.name_translated]
    blocks = [list(filter(None, head)), facts, promises, [more], _closing(told)]
    return plain("\n\n".join("\n".join(block) for block in blocks if block)) + "\n"


def _closing(told: Telling) -> list[str]:
    source = [told.language.text("notice.esco")] if told.occupation else []
    return [*source, *_warning(told)]


def _warning(told: Telling) -> list[str]:
    if not told.warning:
        return []
    if told.asked:  # it is German already: nothing to warn of
        return [told.warning]
    return [f"{told.warning.rstrip('.')}. {told.language.text('sentence.binding')}"]
