"""What happens to text from outside before it is stored: one line end, nothing invisible that misleads.

Decisions: non-breaking and other wide or thin spaces become plain ones (Word puts them everywhere, and a
rule must not miss "E 9b" for one); soft hyphens and zero-width spaces go; joiners stay, since emoji and
Persian need them.
"""

from __future__ import annotations

import re
import unicodedata

from django.utils.translation import gettext as _

from postings.documents.document import MAX_CHARACTERS, DocumentError

# Controls except tab and newline (XML writers raise on them), and marks that turn the reading
# direction round (FORMATS §5): German ads need none, and with them a text can show another text.
_DROPPED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u202a-\u202e\u2066-\u2069\ufeff\u00ad\u200b\u2060"
    "\ufdd0-\ufdef\ufffe\uffff]"
)
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x85|\x0b|\x0c")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


def clean_text(text: str) -> str:
    """Text as it is stored: NFC, `\\n` line ends, no control or direction marks, no trailing blanks."""
    text = _LINE_ENDS.sub("\n", text)
    text = _DROPPED.sub("", text).encode("utf-8", "ignore").decode("utf-8")  # lone surrogates go too
    text = _SPACES.sub(" ", text)
    return _TRAILING.sub("", unicodedata.normalize("NFC", text)).strip("\n")


def one_line(text: str) -> str:
    """For titles, facts and mail headers: cleaned, everything in one line."""
    return " ".join(clean_text(text).split())


def accept_text(text: str) -> str:
    """Cleaned text that can be reviewed. Raises DocumentError when it is empty or too long."""
    text = clean_text(text)
    if not text.strip():
        raise DocumentError(_("Der Text ist leer. Bitte fügen Sie die Ausschreibung ein."), "empty")
    if len(text) > MAX_CHARACTERS:
        raise too_long(text)
    return text


def too_long(text: str) -> DocumentError:
    """The error for a text over the limit."""
    return DocumentError(
        _(
            "Der Text ist zu lang ({length} Zeichen, möglich sind {limit}). "
            "Bitte teilen Sie ihn und prüfen Sie jede Ausschreibung für sich."
        ).format(length=_dotted(len(text)), limit=_dotted(MAX_CHARACTERS)),
        "too-long",
    )


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")
