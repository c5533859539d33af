"""Files of ads and deletions: header, order, parts, and the name the Bundesagentur expects."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.utils import timezone
from lxml import etree

from channels.renditions.hrba.posting import element

FULL, DIFFERENCE = "F", "D"
#: Ads in one file; more make several parts.
PART = 200
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


@dataclass(frozen=True)
class File:
    """What is uploaded."""

    name: str
    content: bytes


def files(
    supplier: str, kind: str, postings: list[str], deletions: list[str], now: datetime.datetime
) -> list[File]:
    """One file, or as many parts as needed, which all bear the same moment."""
    moment = timezone.localtime(now)
    entries = [etree.fromstring(xml, _PARSER) for xml in postings]
    entries += [element("DeleteEntry", [("EntryId", number)]) for number in deletions]
    parts = [entries[start : start + PART] for start in range(0, len(entries), PART)] or [[]]
    return [
        File(
            name(supplier, moment, number, last=number == len(parts)), _document(supplier, kind, part, moment)
        )
        for number, part in enumerate(parts, start=1)
    ]


def name(supplier: str, moment: datetime.datetime, part: int = 1, *, last: bool = True) -> str:
    """ "DSP000123456_2027-01-15_08-30-00_F001E.xml": E ends, C means that more parts come."""
    return f"DS{supplier}_{moment:%Y-%m-%d_%H-%M-%S}_F{part:03d}{'E' if last else 'C'}.xml"


def problems(content: bytes) -> list[str]:
    """What our own schema finds wrong with a file."""
    schema = _schema()
    schema.validate(etree.fromstring(content, _PARSER))
    return [f"{found.line}: {found.message}" for found in schema.error_log]


def misfits(xml: str, supplier: str) -> list[str]:
    """Names of the elements of an ad that our schema does not accept."""
    (file,) = files(supplier, DIFFERENCE, [xml], [], timezone.now())
    found = re.findall(r"Element '(\w+)'", " ".join(problems(file.content)))
    return list(dict.fromkeys(found))


def _document(supplier: str, kind: str, entries: list, moment: datetime.datetime) -> bytes:
    root = etree.Element("HRBAXMLJobPositionPosting")
    header = [
        ("SupplierId", supplier),
        ("Timestamp", moment.isoformat(timespec="seconds")),
        ("Amount", str(len(entries))),
        ("TypeOfLoad", kind),
    ]
    root.append(element("Header", header))
    data = etree.SubElement(root, "Data")
    data.extend(entries)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


@lru_cache(maxsize=1)
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(Path(__file__).with_name("hrba.xsd")))
