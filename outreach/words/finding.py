"""Every text that pages may show in another language, as it stands in templates and code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from django.utils.translation.template import templatize

_ONE = {"_", "gettext", "gettext_lazy", "gettext_noop"}
_MANY = {"ngettext", "ngettext_lazy"}
#: What `templatize` makes of `{% translate %}`, `{% blocktranslate %}` and `{{ _("…") }}`.
_CALL = re.compile(
    r"\b(?P<many>n?)(?:gettext|_)\((?P<texts>u?(?:'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\")"
    r"(?:\s*,\s*u?(?:'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"))?)"
)


class Message(NamedTuple):
    """A text, and its plural if it has one."""

    one: str
    many: str = ""


def messages(paths: Iterable[Path]) -> dict[Message, list[str]]:
    """Every message in these files (.html, .txt, .py), and the files it stands in."""
    found: dict[Message, list[str]] = {}
    for path in sorted(paths):
        source = path.read_text("utf-8")
        for message in _in_code(source) if path.suffix == ".py" else _in_template(source):
            if path.name not in found.setdefault(message, []):
                found[message].append(path.name)
    return found


def _in_code(source: str) -> Iterator[Message]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        texts = [
            arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
        ]
        if name in _ONE and len(texts) == 1:
            yield Message(texts[0])
        elif name in _MANY and len(texts) == 2:
            yield Message(*texts)


def _in_template(source: str) -> Iterator[Message]:
    for match in _CALL.finditer(templatize(source)):
        texts = ast.literal_eval(f"[{match['texts']}]")
        yield Message(*(text.replace("%%", "%") for text in texts))
