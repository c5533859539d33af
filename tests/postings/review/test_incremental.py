"""A text that comes back after an edit: the same result as from scratch, and only the change is read."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from postings.review import generic_masculine, memory, review
from postings.review.german import finding
from postings.review.german.reading.scan import scan
from postings.review.language import analyse
from postings.review.model import Review

HERE = Path(__file__).parent
ADS = [
    path.read_text("utf-8")
    for folder in (HERE / "ads", HERE / "marked", HERE.parents[2] / "outreach" / "demo" / "ads")
    for path in sorted(folder.iterdir())
    if path.suffix in (".txt", ".md")
]
FOLLOWED = (
    "Der Bewerber reicht seine Unterlagen ein. Er wird eingeladen, dessen Zeugnisse liegen bei. "
    "Ihm hilft sein Vorgesetzter. Diesem berichtet er.\n\n"
    "Jeder, der sich bewirbt, nennt seine Kennziffer.\n\n"
    "Wir suchen einen Hausmeister für die Schule am Park.\n\nEr wohnt in der Dienstwohnung."
)
PIECES = [
    "Der Teamleiter führt. ",
    "Er berichtet dem Amtsleiter, dessen Vertreter er ist. ",
    "Seine Kollegen helfen ihm. ",
    "\n\n## Ihr Profil\n\n",
    "\n- ",
    ". ",
    "junges, dynamisches Team ",
    "und ",
    "Sie haben 25 Jahre Erfahrung. ",
    "Menschen mit Migrationsgeschichte bewerben sich bitte. ",
    "**",
    "ein ",
    "Kolleginnen und ",
    "\n",
    "\u00ad",
    "bis zum 15.01.2027",
    " (m/w/d)",
    "Herr Kaya ",
    ":",
    " sucht einen ",
]
texts = st.sampled_from([*ADS, FOLLOWED, FOLLOWED + "\n\n" + ADS[0]])
edits = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 60), st.sampled_from(["", *PIECES])),
    min_size=1,
    max_size=4,
)
DAY = datetime.date(2026, 6, 1)


def edited(text: str, edit: tuple[float, int, str]) -> str:
    place, length, new = edit
    at = int(place * len(text))
    return text[:at] + new + text[at + length :]


def from_scratch(text: str, style: str = "house") -> Review:
    memory.forget()
    return review(text, style=style, date=DAY)  # type: ignore[arg-type]


@given(texts, edits, st.sampled_from(["house", "star", "pair"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_after_edits_the_result_is_that_from_scratch(text: str, changes: list, style: str):
    review(text, style=style, date=DAY)
    seen = []
    for change in changes:
        text = edited(text, change)
        seen.append((text, review(text, style=style, date=DAY)))
    for one, result in seen:
        assert result == from_scratch(one, style)


@given(texts, edits)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_person_nouns_in_passages_are_those_of_the_whole(text: str, changes: list):
    for change in [(0.0, 0, ""), *changes]:
        text = edited(text, change)
        analysis = analyse(text)
        lines = [
            (line.start, line.is_title or line.kind == "heading")
            for line in analysis.lines
            if line.kind != "blank"
        ]
        words = scan(analysis.masked, analysis.sentences, lines)
        whole = finding.hits(analysis.text, words, "star")
        found = generic_masculine.find(analysis, "star")
        assert [(h.offset, h.replacements, h.severity) for h in found] == [
            (h.offset, h.replacements, h.severity) for h in whole
        ]


def test_only_what_changed_is_read_again():
    text = max(ADS, key=len)
    from_scratch(text)
    before = memory.readings()
    review(text, date=DAY)
    assert memory.readings() == before
    sentence = next(s for s in analyse(text).sentences if s[1] - s[0] > 60)
    review(text[: sentence[0]] + "Neu: " + text[sentence[0] :], date=DAY)
    assert memory.readings() - before < before / 6


def test_another_style_reads_no_wording_anew():
    from_scratch(ADS[0])
    before = memory.readings()
    review(ADS[0], style="pair", date=DAY)
    assert memory.readings() - before <= len(list(generic_masculine.passages(analyse(ADS[0]), "pair")))


def test_another_day_and_other_rules_are_no_mix_up():
    text = "Fachkraft im Ordnungsamt (m/w)\n\nWir sind ein junges, dynamisches Team."
    early = review(text, date=datetime.date(2018, 1, 1))
    late = review(text, date=datetime.date(2026, 1, 1))
    assert {f.rule for f in late.findings} - {f.rule for f in early.findings} == {"mwd-fehlt"}
    assert review(text, date=datetime.date(2018, 1, 1)) == early


def test_the_whole_text_decides_where_a_rule_asks_for_it():
    """The same sentence, in two texts: what stands elsewhere counts, not what was remembered."""
    du, sie = "Du arbeitest im Team.", "Wir freuen uns auf Sie und danken Ihnen."
    alone = review(du, date=DAY).findings
    both = review(f"{du}\n\n{sie} {sie}", date=DAY).findings
    assert {f.rule for f in both} != {f.rule for f in alone}
    assert review(du, date=DAY).findings == alone


def test_threads_share_what_is_remembered():
    memory.forget()
    expected = [review(text, date=DAY) for text in ADS]
    memory.forget()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda text: review(text, date=DAY), ADS * 4))
    assert found == expected * 4


def test_no_more_than_a_fixed_number_of_sentences_is_kept():
    review(ADS[0])
    assert memory.most() <= 40 * memory.SENTENCES
    assert all(cache.cache_info().maxsize == memory.SENTENCES for cache in list(memory._caches))


def test_the_same_text_gives_the_same_result_in_every_process():
    code = (
        "import hashlib, sys, datetime; from postings.review import review; day = datetime.date(2026, 6, 1);"
        "made = [repr(review(text, date=day)) for text in sys.stdin.read().split('\\0')];"
        "print(hashlib.sha256(''.join(made).encode()).hexdigest())"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            input="\0".join(ADS),
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(made) == 1


def ids(text: str) -> list[str]:
    return [found.id for found in review(text, date=DAY).findings]


def test_ids_survive_a_new_paragraph_anywhere():
    for text in ADS:
        before = ids(text)
        for place in ("\n\n", "\n## "):
            at = text.find(place)
            changed = text[:at] + "\n\nHannover liegt an der Leine.\n\n" + text[at:].lstrip("\n")
            assert ids(changed) == before


def test_an_equal_quote_elsewhere_adds_one_id_and_takes_none():
    text = "Guten Tag.\n\nWir sind ein junges, dynamisches Team.\n\nSie sprechen fließend Deutsch."
    for changed in (f"Ein junges, dynamisches Team.\n\n{text}", f"{text}\n\nEin junges, dynamisches Team."):
        assert set(ids(text)) < set(ids(changed))
        assert len(ids(changed)) == len(ids(text)) + 1
