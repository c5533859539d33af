"""Small pieces of XML for job boards."""

from __future__ import annotations

import re

from lxml import etree

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def add(parent: etree._Element, name: str, text: object = "", *, cdata: bool = False) -> etree._Element:
    """A child element with text; none of the characters XML forbids gets through."""
    child = etree.SubElement(parent, name)
    said = _FORBIDDEN.sub("", str(text))
    if said:
        child.text = etree.CDATA(said) if cdata else said
    return child


def add_known(parent: etree._Element, name: str, text: object, *, cdata: bool = False) -> None:
    """A child element, if there is something to say."""
    if text not in (None, "", []):
        add(parent, name, text, cdata=cdata)


def document(root: etree._Element) -> bytes:
    """The whole file."""
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
