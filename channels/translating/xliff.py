"""XLIFF 1.2, which every translation program reads: an ad out, its translation back in."""

from __future__ import annotations

from collections.abc import Iterator

from defusedxml import ElementTree as Reader
from defusedxml.common import DefusedXmlException
from django.utils.translation import gettext as _
from lxml import etree

from channels.translating.desk import Piece, Refused, pieces, save, wording
from postings.models import Posting

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_N = f"{{{NAMESPACE}}}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STATES = {"reviewed": "signed-off", "translated": "translated"}
MAX_BYTES = 2_000_000


def write(posting: Posting, language: str) -> bytes:
    """The whole ad with what is translated so far."""
    root = etree.Element(f"{_N}xliff", nsmap={None: NAMESPACE}, version="1.2")
    file = etree.SubElement(
        root,
        f"{_N}file",
        {
            "original": f"stelle-{posting.pk}-v{wording(posting).number}",
            "source-language": "de",
            "target-language": language,
            "datatype": "plaintext",
        },
    )
    body = etree.SubElement(file, f"{_N}body")
    for piece in pieces(posting, language):
        _unit(body, piece)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


def read(posting: Posting, language: str, content: bytes, *, by: str) -> tuple[int, list[str]]:
    """Take in what was translated. Returns how many pieces were kept, and a sentence for each refused one."""
    kept, refused = 0, []
    for digest, source, text in _units(content, language):
        try:
            kept += save(posting, language, digest, text, by=by) is not None
        except Refused as refusal:
            refused.append(_("„{source}“: {why}").format(source=source[:80], why=refusal))
    return kept, refused


def _unit(body: etree._Element, piece: Piece) -> None:
    unit = etree.SubElement(body, f"{_N}trans-unit", {"id": piece.segment.digest, _XML_SPACE: "preserve"})
    etree.SubElement(unit, f"{_N}source").text = piece.segment.source
    if piece.translation:
        target = etree.SubElement(unit, f"{_N}target", {"state": _STATES[piece.state]})
        target.text = piece.translation.text
    elif piece.before:
        target = etree.SubElement(unit, f"{_N}target", {"state": "needs-adaptation"})
        target.text = piece.before.text
    etree.SubElement(unit, f"{_N}note").text = piece.segment.kind


def _units(content: bytes, language: str) -> Iterator[tuple[str, str, str]]:
    """(digest, German, translation) of every finished unit. Raises `Refused` for what is no such file."""
    if len(content) > MAX_BYTES:
        raise Refused(_("Die Datei ist zu groß."))
    try:
        root = Reader.fromstring(content)
    except (Reader.ParseError, DefusedXmlException, ValueError) as error:
        raise Refused(_("Das ist keine XLIFF-Datei (Version 1.2).")) from error
    file = root.find(f"{_N}file")
    if file is None or file.get("target-language", language) != language:
        raise Refused(_("Die Datei ist nicht für diese Sprache."))
    for unit in file.iter(f"{_N}trans-unit"):
        source, target = unit.find(f"{_N}source"), unit.find(f"{_N}target")
        if source is None or target is None or target.get("state", "").startswith("needs"):
            continue
        yield unit.get("id", ""), "".join(source.itertext()), "".join(target.itertext())
