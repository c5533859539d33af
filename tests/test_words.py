"""The software follows its own house style: its review finds nothing in the words of its own pages."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from postings.review import review
from postings.review.rulebook import LEGAL_CATEGORIES, load

ROOT = Path(__file__).parents[1]
GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext", "pgettext"}
TRANSLATED = re.compile(r"{%\s*translate\s+(?:\"([^\"]+)\"|'([^']+)')")
BLOCKS = re.compile(r"{%\s*blocktranslate[^%]*%}(.*?){%\s*endblocktranslate", re.DOTALL)
#: Organisations, not persons: an association or a school is "Partner" of the city whoever works there.
ORGANISATIONS = {"Partner", "Partnern", "Partners"}
#: A label such as "Alter" names the theme of rules; themes are looked for in ads, not here.
EXACT = [rule for rule in load().rules.values() if rule.matcher != "theme"]


def in_templates() -> list[tuple[str, str]]:
    found = []
    for path in (ROOT / "templates").rglob("*.*"):
        source = path.read_text("utf-8")
        words = [first or second for first, second in TRANSLATED.findall(source)]
        words += re.split(r"{%\s*plural\s*%}", " ".join(BLOCKS.findall(source)))
        found += [(str(path.relative_to(ROOT)), re.sub(r"{{.*?}}|<[^>]+>", "x", text)) for text in words]
    return found


def in_code() -> list[tuple[str, str]]:
    found = []
    for app in ("outreach", "postings", "channels"):
        for path in (ROOT / app).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in GETTEXT:
                    texts = [
                        a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)
                    ]
                    found += [(str(path.relative_to(ROOT)), text) for text in texts]
    return found


WORDS = [(place, " ".join(text.split())) for place, text in in_templates() + in_code() if text.strip()]


def test_there_are_words_to_look_at():
    assert len(WORDS) > 500


@pytest.mark.parametrize("place", sorted({place for place, _text in WORDS}))
def test_our_own_words_pass_our_own_rules(place):
    found = [
        f"{text!r}: {finding.quote} ({finding.rule})"
        for where, text in WORDS
        if where == place
        for finding in review(text, rules=EXACT).findings
        if finding.category in LEGAL_CATEGORIES
        and finding.quote not in ORGANISATIONS
        and not quoted(text, finding)
    ]
    assert found == []


def quoted(text: str, finding) -> bool:
    """Words in quotation marks are examples of what an ad should not say, or names of buttons."""
    before = text[: finding.offset]
    return before.count("„") > before.count("“")
