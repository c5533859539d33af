"""What all templates must keep to: strict CSP, nothing from elsewhere, pages for every trouble."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template import loader

ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
PAGES = [path for path in TEMPLATES if "email" not in path.parts]


def name(path: Path) -> str:
    return path.relative_to(ROOT / "templates").as_posix()


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_nothing_inline_and_nothing_from_elsewhere(path):
    html = path.read_text(encoding="utf-8")
    assert not re.findall(r"<[^>]*\sstyle\s*=", html), "inline style"
    assert not re.findall(r"<[^>]*\son\w+\s*=\s*[\"']", html), "inline handler"
    assert "<style" not in html
    scripts = re.findall(r"<script\b([^>]*)>", html)
    assert all("src=" in attributes or "application/" in attributes for attributes in scripts)
    assert not re.findall(r"(?:src|<link[^>]*href)\s*=\s*[\"'](?:https?:)?//", html), "from elsewhere"


@pytest.mark.parametrize("status", [400, 403, 404, 413, 429, 500, 503])
def test_error_pages_need_no_request_and_say_what_to_do(status):
    html = loader.render_to_string(f"{status}.html", {})
    assert html.count("<h1>") == 1
    assert "kern-btn--primary" in html


def test_error_page_gives_typed_text_back():
    texts = [{"name": "text", "value": "Mein <langer> Text\nmit Zeilen"}]
    html = loader.render_to_string("503.html", {"texts": texts, "message": "Die Datenbank macht Pause."})
    assert "Mein &lt;langer&gt; Text\nmit Zeilen</textarea>" in html
    assert "Die Datenbank macht Pause." in html


def test_field_shows_label_hint_error_and_keeps_input():
    from django import forms

    class Form(forms.Form):
        email = forms.EmailField(label="E-Mail", help_text="Ihre dienstliche Adresse")
        kind = forms.ChoiceField(label="Art", choices=[("a", "A")])
        agree = forms.BooleanField(label="Einverstanden")
        days = forms.MultipleChoiceField(
            label="Tage", choices=[("mo", "Montag")], widget=forms.CheckboxSelectMultiple, required=False
        )

    html = loader.render_to_string("components/form.html", {"form": Form({"email": "kein-at"})})
    assert 'value="kein-at"' in html
    assert 'aria-describedby="id_email_helptext id_email_error"' in html
    assert 'id="id_email_helptext"' in html and 'id="id_email_error"' in html
    assert '<a href="#id_email">E-Mail</a>' in html
    assert "kern-form-input__select-wrapper" in html and "<fieldset" in html
    assert "(freiwillig)" in html
