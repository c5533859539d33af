import pytest

from postings.documents.document import MAX_CHARACTERS

URL = "/api/v1/review/"


def test_a_text_is_reviewed(api):
    text = api.post(URL, {"text": "Wir suchen einen Bewerber.", "date": "2026-01-05"}, format="json").json()
    assert text["path"] is None
    assert text["error"] is None
    assert text["text"] == "Wir suchen einen Bewerber."
    finding = next(f for f in text["findings"] if f["category"] == "generic-masculine")
    assert (finding["quote"], finding["offset"], finding["length"]) == ("Bewerber", 17, 8)
    assert "fixed" not in text


def test_style_and_fix(api):
    body = {"text": "Wir suchen einen Bewerber.", "style": "colon", "fix": "generic-masculine"}
    assert api.post(URL, body, format="json").json()["fixed"] == "Wir suchen eine:n Bewerber:in."


def test_offsets_point_into_the_cleaned_text(api):
    text = api.post(URL, {"text": "\u202eHallo\r\n👩 Wir suchen einen Bewerber. "}, format="json").json()
    assert text["text"] == "Hallo\n👩 Wir suchen einen Bewerber."
    for finding in text["findings"]:
        end = finding["offset"] + finding["length"]
        assert text["text"][finding["offset"] : end] == finding["quote"]


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "blank"), (" \u200b\n", "empty"), ("a" * (MAX_CHARACTERS + 1), "max_length"), ("a\x00", None)],
)
def test_texts_that_cannot_be_reviewed(api, text, code):
    response = api.post(URL, {"text": text}, format="json")
    assert response.status_code == 400
    error = response.json()["errors"][0]
    assert error["attr"] == "text"
    assert code in (None, error["code"])


def test_everyone_who_is_signed_in_may_review(person):
    from tests.postings.api.conftest import client_of

    assert client_of(person()).post(URL, {"text": "Hallo"}, format="json").status_code == 200


def test_rules_are_listed_and_shown(api):
    listed = api.get("/api/v1/rules/?page_size=200").json()
    assert len(listed["results"]) == min(listed["count"], 200) > 1
    first = listed["results"][0]
    rule = api.get(f"/api/v1/rules/{first['id']}/").json()
    assert rule == first
    assert rule["help_url"].endswith(f"/regeln/{rule['id']}/")
    assert rule["sources"]


def test_a_missing_element_comes_with_a_sentence_and_its_edit(api):
    text = api.post(URL, {"text": "Die Stadt sucht Sie.", "date": "2026-11-22"}, format="json").json()
    deadline = text["elements"]["deadline"]
    assert deadline["suggestion"] == "Bitte bewerben Sie sich bis zum [Tag. Monat Jahr]."
    assert deadline["edit"] == {"offset": 20, "length": 0, "text": "\n\n" + deadline["suggestion"]}
    assert text["elements"]["language_cefr"] == {
        "state": "not-applicable", "quote": None, "suggestion": None, "edit": None
    }  # fmt: skip
