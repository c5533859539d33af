"""PDF files: lines put together to paragraphs, hyphens at line ends taken out, big lines become headings."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from pypdf import PdfReader
from pypdf.errors import DependencyError

from postings.documents.cleaning import clean_text, too_long
from postings.documents.document import MAX_CHARACTERS, DocumentError
from postings.documents.parts import packages

_MAX_PAGES = 60
_MAX_DRAWING = 3_000_000  # bytes of one page's drawing orders; the fullest real pages have 200,000
_BULLET = re.compile(r"\s*(?:[•‣◦●○▪▫■□◆✓✔➢➤\uf0a7\uf0b7\uf0d8·]|[-–—*](?=\s)|o(?=\s+[A-ZÄÖÜ]))\s*(?=\S)")
_PAGE_NUMBER = re.compile(r"\s*(?:Seite\s+)?\d{1,3}(?:\s*(?:/|von)\s*\d{1,3})?\s*", re.IGNORECASE)
_HYPHENATED = re.compile(r"[a-zäöüß][-\u00ad\u2010]$")
_NOT_CUT = re.compile(r"(?:und|oder|bzw\.?|sowie)\b")  # "Kinder-" / "und Jugendhilfe" keeps its hyphen
_SENTENCE_END = (".", "!", "?", ":")


@dataclass(slots=True)
class _Line:
    """A line of a page: its words, and the size and weight most of them have."""

    text: str = ""
    sizes: Counter[float] = field(default_factory=Counter)
    bold: int = 0

    @property
    def size(self) -> float:
        return self.sizes.most_common(1)[0][0] if self.sizes else 0.0


def extract(data: bytes) -> str:
    """The text of a PDF file."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns about every odd file, on stderr
    lines = _lines(data)
    if not any(line.text.strip() for line in lines):
        raise DocumentError(
            _(
                "In der PDF-Datei steht kein Text, wahrscheinlich ist sie ein Scan. "
                "Bitte verwenden Sie die Datei, aus der sie gemacht wurde, oder fügen Sie den Text ein."
            ),
            "no-text",
        )
    return clean_text(_joined(lines))


def _lines(data: bytes) -> list[_Line]:
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise packages.password()
        lines: list[_Line] = []
        length = 0
        for number, page in enumerate(reader.pages):
            found = _page(page)
            length += sum(len(line.text) for line in found)
            if number >= _MAX_PAGES or length > MAX_CHARACTERS:
                raise too_long(" " * max(length, MAX_CHARACTERS + 1))
            lines += [*found, _Line()]
    except DocumentError:
        raise
    except DependencyError:
        raise packages.password() from None
    except Exception:  # pypdf raises whatever a broken file makes it stumble over
        raise packages.damaged() from None
    return lines


def _page(page) -> list[_Line]:
    lines = [_Line()]
    contents = page.get_contents()
    if contents is not None and len(contents.get_data()) > _MAX_DRAWING:
        raise packages.bomb()

    def visit(text: str, cm: list[float], tm: list[float], font: dict | None, size: float) -> None:
        scale = abs(tm[3] or tm[1] or 1) * abs(cm[3] or cm[1] or 1)
        is_bold = "bold" in str((font or {}).get("/BaseFont", "")).lower()
        for number, part in enumerate(text.split("\n")):
            if number:
                lines.append(_Line())
            lines[-1].text += part
            if part.strip():
                lines[-1].sizes[round((size or 0) * scale, 1)] += len(part)
                lines[-1].bold += len(part.strip()) if is_bold else 0

    page.extract_text(visitor_text=visit)
    return [line for line in lines if not _PAGE_NUMBER.fullmatch(line.text)]


def _joined(lines: list[_Line]) -> str:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes.update(line.sizes)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    width = sorted(len(line.text) for line in lines)[int(len(lines) * 0.9)] if lines else 0
    blocks: list[str] = []
    previous: _Line | None = None
    for line in lines:
        text = " ".join(line.text.split())
        if not text:
            previous = None
            continue
        if previous is not None and blocks and _goes_on(previous, line, width):
            blocks[-1] = _glued(blocks[-1], text)
        else:
            blocks.append(_block(text, line, body))
        previous = line
    return _spaced(blocks)


def _block(text: str, line: _Line, body: float) -> str:
    bullet = _BULLET.match(text)
    if bullet:
        return "- " + text[bullet.end() :]
    if body and line.size > body * 1.12 and len(text) <= 120:
        return "## " + text
    if line.bold >= len(text.replace(" ", "")) * 0.9 and len(text) <= 120:
        return f"**{text}**"
    return text


def _goes_on(previous: _Line, line: _Line, width: int) -> bool:
    """True if the line continues the paragraph (or the list item) of the line before it."""
    if _BULLET.match(line.text) or abs(previous.size - line.size) > 0.6:
        return False
    if bool(previous.bold) != bool(line.bold) and (_all_bold(previous) or _all_bold(line)):
        return False
    end, start = previous.text.rstrip(), line.text.lstrip()
    if _HYPHENATED.search(end):
        return True
    if start[:1].islower():
        return True
    return len(end) >= width * 0.75 and not end.endswith(_SENTENCE_END)


def _all_bold(line: _Line) -> bool:
    return line.bold >= len(line.text.replace(" ", "")) * 0.9


def _glued(before: str, text: str) -> str:
    if before.startswith("**") and before.endswith("**"):
        return f"{before[:-2]} {text}**"
    if _HYPHENATED.search(before):
        if _NOT_CUT.match(text):
            return f"{before} {text}"
        return before + text if text[:1].isupper() else before[:-1] + text
    return f"{before} {text}"


def _spaced(blocks: list[str]) -> str:
    parts: list[str] = []
    for number, block in enumerate(blocks):
        if number:
            both_items = block.startswith("- ") and blocks[number - 1].startswith("- ")
            parts.append("\n" if both_items else "\n\n")
        parts.append(block)
    return "".join(parts)
