"""Every text of pages, mails and posts has an English version, and the compiled file holds them all."""

from __future__ import annotations

import gettext
import io
import re
from string import Formatter

import pytest
from django import forms
from django.utils import translation

from outreach.words import catalog, finding, scope
from outreach.words.finding import Message

SOURCE, TARGET = scope.files("en")
FOUND = finding.messages(scope.sources())
KNOWN = catalog.read(SOURCE)
#: Named placeholders of both kinds: %(name)s and {name}.
_PERCENT = re.compile(r"%\((\w+)\)[sd]")


def test_there_are_texts():
    assert len(FOUND) > 2000


def test_every_text_has_its_english():
    assert [message.one for message in FOUND if message not in KNOWN] == [], (
        "run `manage.py words`, then translate what is empty in django.po"
    )


def test_nothing_is_translated_that_no_page_shows():
    assert [message.one for message in KNOWN if message not in FOUND] == [], "run `manage.py words`"


def test_the_compiled_file_is_in_step():
    assert TARGET.read_bytes() == catalog.compiled(KNOWN), "run `manage.py words`"
    read = gettext.GNUTranslations(io.BytesIO(TARGET.read_bytes()))
    for message, texts in KNOWN.items():
        if message.many:
            assert read.ngettext(*message, 1) == texts[0]
            assert read.ngettext(*message, 2) == texts[1]
        else:
            assert read.gettext(message.one) == texts[0]


def test_libraries_say_it_in_our_german():
    """Not theirs („Gib eine gültige URL ein“); true only if the compiled file is in step."""
    ours = {message.one: texts[0] for message, texts in catalog.read(scope.files("de")[0]).items()}
    with translation.override("de"):
        assert {text: translation.gettext(text) for text in ours} == ours
    assert not [text for text in ours.values() if re.search(r"(?i)\b(du|dein\w*|dir|dich|gib)\b", text)]


def test_a_wrong_address_is_answered_with_what_to_do():
    form = type("Form", (forms.Form,), {"page": forms.URLField(), "email": forms.EmailField()})
    with translation.override("de"):
        errors = form({"page": "kein link", "email": "keine mail"}).errors
        assert "vollständige Adresse" in errors["page"][0] and "name@beispiel.de" in errors["email"][0]


def test_placeholders_survive():
    changed = [
        message.one
        for message, texts in KNOWN.items()
        for original, text in zip(message if message.many else message[:1], texts, strict=True)
        if placeholders(text) != placeholders(original) or not text.strip()
    ]
    assert changed == []


def placeholders(text: str) -> set[str]:
    try:
        names = {name for _text, name, _spec, _kind in Formatter().parse(text) if name}
    except ValueError:
        names = set()
    return names | set(_PERCENT.findall(text))


def test_texts_of_templates_and_code(tmp_path):
    (tmp_path / "a.html").write_text(
        '{% load i18n %}{% translate "Eins" %}{{ _("Zwei") }}'
        "{% blocktranslate trimmed with x=y count n=z %}"
        "{{ n }} 5 % {{ x }}{% plural %}viele{% endblocktranslate %}"
    )
    (tmp_path / "b.py").write_text('_("Drei {n}")\nngettext("a", "b", 2)\n_(unbekannt)\nself.gettext("Vier")')
    found = set(finding.messages(tmp_path.iterdir()))
    assert found == {
        Message("Eins"), Message("Zwei"), Message("%(n)s 5 % %(x)s", "viele"),
        Message("Drei {n}"), Message("a", "b"), Message("Vier"),
    }  # fmt: skip


def test_a_catalog_is_read_as_it_was_written(tmp_path):
    entries = {
        Message('Zeile\n"1" \\'): ("Line",),
        Message("ein %(n)s", "viele %(n)s"): ("one", "many %(n)s"),
    }
    path = tmp_path / "x.po"
    path.write_text(
        "\n\n".join(catalog.written(message, texts, ["a.py"]) for message, texts in entries.items())
    )
    assert catalog.read(path) == entries
    path.write_text("quatsch")
    with pytest.raises(ValueError, match="quatsch"):
        catalog.read(path)
