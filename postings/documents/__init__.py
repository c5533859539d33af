"""Files and pasted text -> text in our Markdown subset (`##` headings, `-` list items, `**bold**`)."""

from postings.documents.cleaning import accept_text, clean_text
from postings.documents.document import Document, DocumentError
from postings.documents.html import from_html
from postings.documents.opening import extract

__all__ = ["Document", "DocumentError", "accept_text", "clean_text", "extract", "from_html"]
