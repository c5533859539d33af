"""Translations as people write them (.po) and as programs read them (.mo)."""

from __future__ import annotations

import ast
import re
import struct
from pathlib import Path

from outreach.words.finding import Message

Catalog = dict[Message, tuple[str, ...]]
HEADER = (
    "Project-Id-Version: outreach\n"
    "MIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=UTF-8\n"
    "Content-Transfer-Encoding: 8bit\n"
    "Plural-Forms: nplurals=2; plural=(n != 1);\n"
)
_FIELD = re.compile(r'^(?P<name>msgid_plural|msgid|msgstr(?:\[\d\])?)?\s*(?P<text>".*")$')
_MAGIC = 0x950412DE


def read(path: Path) -> Catalog:
    """The translations of a .po file: message -> one text, or one per number. Empty ones are left out.

    Raises ValueError with the line that is not understood.
    """
    found: Catalog = {}
    for block in re.split(r"\n\s*\n", path.read_text("utf-8")):
        fields = _fields(block)
        texts = tuple(text for name, text in fields.items() if name.startswith("msgstr"))
        if fields.get("msgid") and all(texts):
            found[Message(fields["msgid"], fields.get("msgid_plural", ""))] = texts
    return found


def _fields(block: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    name = ""
    for line in block.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        match = _FIELD.match(line.strip())
        if match is None:
            raise ValueError(f"not understood: {line}")
        name = match["name"] or name
        fields[name] = fields.get(name, "") + ast.literal_eval(match["text"])
    return fields


def compiled(catalog: Catalog) -> bytes:
    """The .mo file: the same translations give the same bytes."""
    rows = {"": HEADER}
    for message, texts in catalog.items():
        key = f"{message.one}\0{message.many}" if message.many else message.one
        rows[key] = "\0".join(texts)
    pairs = sorted((key.encode(), text.encode()) for key, text in rows.items())
    count = len(pairs)
    start = 28 + 16 * count
    keys, texts_at, places = [], [], b""
    for key, _text in pairs:
        keys.append((len(key), start + len(places)))
        places += key + b"\0"
    for _key, text in pairs:
        texts_at.append((len(text), start + len(places)))
        places += text + b"\0"
    head = struct.pack("<7I", _MAGIC, 0, count, 28, 28 + 8 * count, 0, start)
    table = b"".join(struct.pack("<2I", *place) for place in [*keys, *texts_at])
    return head + table + places


def written(message: Message, texts: tuple[str, ...], places: list[str]) -> str:
    """One entry as it stands in a .po file."""
    lines = [f"#: {' '.join(places)}", f"msgid {_quoted(message.one)}"]
    if message.many:
        lines.append(f"msgid_plural {_quoted(message.many)}")
        lines += [f"msgstr[{number}] {_quoted(text)}" for number, text in enumerate(texts)]
    else:
        lines.append(f"msgstr {_quoted(texts[0])}")
    return "\n".join(lines)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
