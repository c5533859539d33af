"""The ad itself in another language, as far as people translated it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from channels.editions import Words
from channels.renditions import html
from channels.translating.segments import Segment


@dataclass(frozen=True)
class Translated:
    """`title` is empty until somebody translated it; `body` until all of the ad is translated."""

    title: str = ""
    body: SafeString | str = ""
    notice: str = ""
    #: The official title of the occupation (ESCO) where nobody translated the ad's own.
    occupation: str = ""


def translated(words: Words) -> Translated:
    """What may be shown. An ad that is translated in part stays German: half a text misleads."""
    body = _body(words.body) if words.body else ""
    return Translated(words.title_translated, body, words.body_notice, words.occupation)


def _body(pieces: list[Segment]) -> SafeString:
    blocks = []
    for kind, group in groupby(pieces, key=lambda piece: piece.kind):
        texts = [piece.source for piece in group]
        if kind == "item":
            items = format_html_join("", "<li>{}</li>", ((html.inline(text),) for text in texts))
            blocks.append(format_html("<ul>{}</ul>", items))
        elif kind == "heading":
            blocks += [format_html("<h3>{}</h3>", html.inline(text)) for text in texts]
        else:
            blocks += [html.body(text) for text in texts]
    return mark_safe("\n".join(blocks))  # noqa: S308 - every piece is escaped
