"""Languages by the names German and English readers use."""

from __future__ import annotations

from django.conf.locale import LANG_INFO

from channels import languages


def name_in(code: str, language: str) -> str:
    """ "tr" -> "Türkisch" or "Turkish"; a language nobody told us about is shown by its code."""
    english = language.startswith("en")
    if code in languages.codes():
        known = languages.get(code)
        return known.english_name if english else known.german_name
    return LANG_INFO.get(code, {}).get("name", code) if english else code
