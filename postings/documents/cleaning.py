"""What happens to text from outside before it is stored: one line end, nothing invisible that misleads."""

from __future__ import annotations

import re
import unicodedata

# Controls except tab and newline (XML writers raise on them), and marks that turn the reading
# direction round (FORMATS §5): German ads need none, and with them a text can show another text.
_DROPPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff]")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x85|\x0b|\x0c")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


def clean_text(text: str) -> str:
    """Text as it is stored: NFC, `\\n` line ends, no control or direction marks, no trailing blanks."""
    text = _LINE_ENDS.sub("\n", text)
    text = _DROPPED.sub("", text).encode("utf-8", "ignore").decode("utf-8")  # lone surrogates go too
    return _TRAILING.sub("", unicodedata.normalize("NFC", text)).strip("\n")
