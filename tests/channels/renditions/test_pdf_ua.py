"""The check itself finds what is wrong: each test takes one thing away from a good poster."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ContentStream, NameObject

from channels import languages
from channels.renditions import poster
from tests.channels.renditions.pdf_ua import elements, faults


@pytest.fixture(scope="module")
def good() -> bytes:
    words = poster.content(
        title="Gärtner*in", facts={"pay_group": "E 5"}, present=[], language=languages.get("de"),
        link="https://a.example/l/2345bcdf", qr_link="https://a.example/q/2345bcdf",
        city={"name": "Neustadt", "town": "Neustadt"},
    )  # fmt: skip
    return poster.pdf(words)


def changed(pdf: bytes, change) -> list[str]:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return faults(out.getvalue())


def test_a_poster_has_no_faults(good):
    assert faults(good) == []


def test_an_empty_page_has_nearly_all():
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    out = io.BytesIO()
    writer.write(out)
    assert {"not marked as tagged", "no language", "no structure tree", "does not claim PDF/UA-1"} <= set(
        faults(out.getvalue())
    )


def drop(key: str):
    return lambda writer: writer._root_object.pop(NameObject(key))


def figure_without_words(writer: PdfWriter) -> None:
    for element in elements(writer._root_object):
        if element["/S"] == "/Figure":
            del element["/Alt"]


def lower_heading(writer: PdfWriter) -> None:
    for element in elements(writer._root_object):
        if element["/S"] == "/H1":
            element[NameObject("/S")] = NameObject("/H3")


def untag(writer: PdfWriter) -> None:
    page = writer.pages[0]
    stream = ContentStream(page.get_contents(), writer)
    stream.operations = [one for one in stream.operations if one[1] not in {b"BDC", b"BMC", b"EMC"}]
    page[NameObject("/Contents")] = stream


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (drop("/MarkInfo"), "not marked as tagged"),
        (drop("/Lang"), "no language"),
        (drop("/StructTreeRoot"), "no structure tree"),
        (drop("/Metadata"), "does not claim PDF/UA-1"),
        (drop("/ViewerPreferences"), "title is not displayed"),
        (figure_without_words, "Figure without alternative"),
        (lower_heading, "heading 3 after 0"),
        (untag, "neither tagged nor artifact"),
    ],
    ids=["mark", "lang", "tree", "claim", "title", "alt", "heading", "content"],
)
def test_what_is_taken_away_is_missed(good, change, fault):
    assert any(fault in found for found in changed(good, change))
