"""Sets a document: one description of its blocks becomes a tagged PDF and a Word file."""

from outreach.reach.documents.setting.blocks import (
    Bullets,
    Chart,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    Notice,
    Paragraph,
    Table,
)
from outreach.reach.documents.setting.pdf import SettingError, pdf
from outreach.reach.documents.setting.word import docx

__all__ = [
    "Bullets",
    "Chart",
    "Column",
    "Document",
    "Fact",
    "Facts",
    "Heading",
    "Notice",
    "Paragraph",
    "SettingError",
    "Table",
    "docx",
    "pdf",
]
