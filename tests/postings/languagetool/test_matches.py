"""A match spans what must change together; its value replaces just that."""

from __future__ import annotations

import dataclasses
import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from postings.languagetool.annotated import Annotated
from postings.languagetool.matches import MAX_MATCHES, matches
from postings.languagetool.query import Selection
from postings.review import Edit, Finding, Replacement, Review, Source, review

DAY = datetime.date(2026, 1, 5)
ALL = Selection(level="picky")
SENTENCES = st.sampled_from(
    [
        "Wir suchen einen Bewerber für ein junges, dynamisches Team.",
        "Der Bewerber muss seine Unterlagen einreichen.",
        "Er führt den Nachweis, dass er Deutsch als Muttersprache spricht. 👩‍👧",
        "Mitarbeiter der Stadt beraten Bürger.\n\n## Sachbearbeiter (m/w/d)\n\n- Kollege",
        "## Titel\n\n- **einen** Leiter\r\n",
        "Guten Tag.",
    ]
)


def finding(text: str, quote: str, *replacements: list[tuple[str, str]], sentence: str = "") -> Finding:
    """A finding whose replacements change the first place of each word."""
    return Finding(
        id=f"x-{quote}", rule="x", category="generic-masculine", severity="must", offset=text.index(quote),
        length=len(quote), quote=quote, sentence=sentence or text, message="Hinweis", why="Darum",
        sources=(Source("t", "r", "advice"),),
        replacements=tuple(
            Replacement("star", "", True, tuple(Edit(text.index(old), len(old), new) for old, new in edits))
            for edits in replacements
        ),
    )  # fmt: skip


def found(text: str, *findings: Finding) -> list[dict]:
    return matches(Review(text, "house", DAY, "de", findings), Annotated.of_text(text), ALL)


def shown(text: str, match: dict) -> tuple[str, list[str]]:
    units = text.encode("utf-16-le")
    words = units[2 * match["offset"] : 2 * (match["offset"] + match["length"])].decode("utf-16-le")
    return words, [replacement["value"] for replacement in match["replacements"]]


def test_article_and_noun_change_together():
    text = "👩 Wir suchen einen guten Bewerber."
    noun = finding(text, "Bewerber", [("einen", "eine*n"), ("guten", "gute*n"), ("Bewerber", "Bewerber*in")])
    assert [shown(text, match) for match in found(text, noun)] == [
        ("einen guten Bewerber", ["eine*n gute*n Bewerber*in"])
    ]


def test_replacements_of_different_width_share_one_span():
    text = "Der Leiter muss kommen."
    noun = finding(
        text, "Leiter", [("Leiter", "Leitung")], [("Der", "Die"), ("Leiter", "Leitenden"), ("muss", "müssen")]
    )
    assert [shown(text, match) for match in found(text, noun)] == [
        ("Der Leiter muss", ["Der Leitung muss", "Die Leitenden müssen"])
    ]


def test_a_pronoun_with_its_own_finding_is_its_own_match():
    text = "Der Bewerber kommt. Er ist pünktlich."
    noun = finding(
        text,
        "Bewerber",
        [("Der", "Die Person"), (" Bewerber", ""), ("Er", "Sie")],
        sentence="Der Bewerber kommt.",
    )
    pronoun = finding(text, "Er", [("Er", "Er*sie")], sentence="Er ist pünktlich.")
    assert [shown(text, match) for match in found(text, noun, pronoun)] == [
        ("Der Bewerber", ["Die Person"]),
        ("Er", ["Er*sie"]),
    ]


def test_a_pronoun_within_the_phrase_changes_with_it():
    text = "Der Bewerber, der seine Papiere zeigt, kommt."
    noun = finding(
        text,
        "Bewerber",
        [
            ("Der", "Alle"),
            ("Bewerber", "Personen"),
            (" der ", " die "),
            ("seine", "ihre"),
            ("zeigt", "zeigen"),
        ],
    )
    pronoun = finding(text, "seine", [("seine", "seine*ihre")])
    assert shown(text, found(text, noun, pronoun)[0]) == (
        "Der Bewerber, der seine Papiere zeigt",
        ["Alle Personen, die ihre Papiere zeigen"],
    )


def test_a_far_edit_that_nobody_else_shows_is_a_match():
    text = "Der Bewerber kommt. " + "Füllwort " * 20 + "Ihm wird geholfen."
    noun = finding(
        text,
        "Bewerber",
        [("Der", "Die"), ("Bewerber", "Person"), ("Ihm", "Ihr")],
        sentence="Der Bewerber kommt.",
    )
    assert [shown(text, match) for match in found(text, noun)] == [
        ("Der Bewerber", ["Die Person"]),
        ("Ihm", ["Ihr"]),
    ]


def test_an_article_in_the_line_above_belongs_to_the_title():
    text = "Wir suchen einen\n\nLeiter (m/w/d)"
    noun = finding(
        text, "Leiter", [("einen", "eine"), ("Leiter (m/w/d)", "Leitung")], sentence="Leiter (m/w/d)"
    )
    assert shown(text, found(text, noun)[0]) == ("einen\n\nLeiter (m/w/d)", ["eine\n\nLeitung"])


def test_nothing_to_offer_is_an_empty_list():
    text = "Ein Bewerber."
    assert found(text, finding(text, "Bewerber"))[0]["replacements"] == []
    assert found(text, finding(text, "Bewerber", [("Bewerber", "Bewerber")]))[0]["replacements"] == []


def offered(text: str, rule: str) -> list[tuple[str, list[str]]]:
    """The words a client marks for a rule, and what it offers for them."""
    return [shown(text, match) for match in found(text, *_of_rule(text, rule))]


def _of_rule(text: str, rule: str) -> list[Finding]:
    return [each for each in review(text, date=DAY).findings if each.rule == rule]


def test_what_is_left_out_takes_the_word_before_along():
    """An empty suggestion is an empty line in the menu of a client."""
    assert offered("Sie sind getauft, offen und genau.", "konfession") == [("sind getauft, ", ["sind "])]
    assert offered("Wir erbitten einen Lebenslauf mit Lichtbild.", "foto-verlangt") == [
        ("Lebenslauf mit Lichtbild", ["Lebenslauf"])
    ]
    assert offered("Sie sind offen, genau und getauft.", "konfession") == [
        (", genau und getauft", [" und genau"])
    ]


def test_a_first_sentence_that_is_left_out_takes_the_word_after_along():
    assert offered("Sie sind getauft. Wir freuen uns.", "konfession") == [("Sie sind getauft. Wir", ["Wir"])]


def test_a_whole_paragraph_is_not_offered_to_go():
    text = "Wir sind viele.\n\nSie sind getauft.\n\nBis bald!"
    assert [values for _, values in offered(text, "konfession")] == [[]]


def test_what_a_match_tells():
    text = "Wir suchen einen Bewerber für ein junges, dynamisches Team."
    match = matches(review(text, date=DAY), Annotated.of_text(text), ALL)[-1]
    assert match["rule"]["id"] == "junges-team"
    assert match["rule"]["category"] == {"id": "age", "name": "Alter"}
    assert match["rule"]["urls"][0]["value"].endswith("/regeln/junges-team/")
    assert match["rule"]["urls"][0]["value"].startswith("http")
    assert match["sentence"] == text
    context = match["context"]
    assert context["text"][context["offset"] :][: context["length"]] == "junges, dynamisches"


@given(st.lists(SENTENCES, max_size=4))
@settings(deadline=None, max_examples=30)
def test_offsets_and_contexts_always_fit(sentences):
    text = " ".join(sentences)
    length = len(text.encode("utf-16-le")) // 2
    for match in matches(review(text, date=DAY), Annotated.of_text(text), ALL):
        assert 0 <= match["offset"] < match["offset"] + match["length"] <= length
        words, values = shown(text, match)
        context = match["context"]
        units = context["text"].encode("utf-16-le")[2 * context["offset"] :][: 2 * context["length"]]
        assert units.decode("utf-16-le").split() == words.split()
        assert words not in values


def test_a_long_sentence_that_is_a_finding_too_leaves_the_noun_whole():
    text = "Wir suchen einen Bewerber."
    noun = finding(text, "Bewerber", [("einen", "eine*n"), ("Bewerber", "Bewerber*in")])
    whole = dataclasses.replace(finding(text, text), category="plain-language")
    assert ("einen Bewerber", ["eine*n Bewerber*in"]) in [shown(text, m) for m in found(text, noun, whole)]


def test_a_flood_of_findings_is_cut():
    text = "Bewerber " * 3000
    result = Review(text, "house", DAY, "de", tuple(
        dataclasses.replace(finding(text, "Bewerber"), offset=9 * n, id=str(n)) for n in range(3000)
    ))  # fmt: skip
    given = matches(result, Annotated.of_text(text), ALL)
    assert len(given) == MAX_MATCHES
    assert len(given[0]["sentence"]) <= 1000
