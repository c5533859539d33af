"""The frame of tables: one that scrolls by keyboard, and says what it is."""

from __future__ import annotations

import re
from pathlib import Path

from django.template import Context, Template

TEMPLATES = Path(__file__).parents[2] / "templates"


def _made(tag: str, **values: object) -> str:
    return Template("{% load tables %}" + tag + "<caption>Links</caption>{% endtable %}").render(
        Context(values)
    )


def test_a_table_stands_in_a_region_named_by_its_caption():
    assert _made('{% table "links" "cards" %}') == (
        '<div class="o-scroll" tabindex="0" role="region" aria-labelledby="links">'
        '<table class="o-table o-table--cards"><caption>Links</caption></table></div>'
    )


def test_many_tables_of_a_page_are_told_apart_by_their_number():
    assert 'aria-labelledby="pair-2"' in _made('{% table "pair" number=n %}', n=2)


def test_a_label_in_place_of_a_caption_is_escaped():
    made = _made("{% table label=name %}", name='<b>"Kanal"')
    assert 'aria-label="&lt;b&gt;&quot;Kanal&quot;"' in made and 'class="o-table"' in made


def test_pages_write_no_such_frame_themselves():
    own = re.compile(r'class="o-scroll"[^>]*>\s*<table')
    assert [str(path) for path in TEMPLATES.rglob("*.html") if own.search(path.read_text("utf-8"))] == []
