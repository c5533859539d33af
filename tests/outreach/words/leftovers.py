"""German that is left on a page in English, but for what says of itself that it is German."""

from __future__ import annotations

import re
from functools import cache

from lxml import html

from outreach.words import catalog, scope

_TOLD_BY = ("aria-label", "title", "placeholder", "alt")
_HOLE = re.compile(r"%\(\w+\)[sd]|\{\w*[^{}]*\}")
#: Shorter pieces stand in English words and in names as well.
_LEAST = 16


@cache
def german() -> tuple[frozenset[str], tuple[str, ...]]:
    """Texts that differ in English: short ones for comparing as a whole, pieces of long ones to look for."""
    known = catalog.read(scope.files("en")[0])
    english = " ".join(_plain(text) for texts in known.values() for text in texts)
    whole, pieces = set(), set()
    for message, texts in known.items():
        for text in filter(None, message):
            if _plain(text) in map(_plain, texts):
                continue
            whole.add(_plain(text))
            piece = max(_HOLE.split(_plain(text)), key=len).strip()
            if len(piece) >= _LEAST and " " in piece and piece not in english:
                pieces.add(piece)
    spoken = {_plain(text) for texts in known.values() for text in texts}
    return frozenset(whole - spoken), tuple(pieces)


def left_over(page: str) -> list[str]:
    """What of our own German a reader of this page meets."""
    whole, pieces = german()
    tree = html.document_fromstring(page)
    for element in tree.xpath('//*[@lang and @lang!="en"] | //option | //script | //style | //template'):
        if element.tag != "html" and element.getparent() is not None:
            element.drop_tree()
    texts = [_plain(text) for text in tree.xpath("//text()")]
    texts += [_plain(value) for name in _TOLD_BY for value in tree.xpath(f"//@{name}")]
    alone = {text for text in texts if text in whole}
    running = "\n".join(texts)
    return sorted(alone | {piece for piece in pieces if piece in running})


def _plain(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())
