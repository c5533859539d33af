"""What reading a file gives, and the one error of all readers."""

from __future__ import annotations

from dataclasses import dataclass

#: The largest file that is opened, in bytes; the longest real ads with pictures have 4 MB.
MAX_BYTES = 10_000_000
#: What a packed file (.docx, .odt) may unfold to, in bytes, before anything in it is parsed.
MAX_UNPACKED = 40_000_000
#: The longest text, in code points; the longest real ads have 12,000.
MAX_CHARACTERS = 200_000


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file in our Markdown subset; all offsets of a review point into `text`."""

    text: str
    format: str


class DocumentError(Exception):
    """A file that cannot be used. `str(error)` tells a person what happened and what to do."""

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
