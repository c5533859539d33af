import pytest

from postings import workflow
from postings.models import Posting
from tests.postings.api.conftest import AD, client_of

URL = "/api/v1/postings/"


def test_an_ad_is_made_changed_and_handed_over(api, editor):
    made = api.post(URL, {"text": AD}, format="json")
    assert made.status_code == 201
    ad = made.json()
    assert (ad["state"], ad["version"], ad["text"]) == ("draft", 1, AD)
    one = f"{URL}{ad['slug']}/"
    assert api.get(one).json() == ad
    changed = api.put(one, {"text": AD + "\n\nNeu.", "base_version": 1}, format="json").json()
    assert (changed["version"], changed["created_by"]) == (2, editor.display_name)
    one = f"{URL}{changed['slug']}/"
    submitted = api.post(f"{one}submit/", {"comment": "Bitte ansehen"}, format="json").json()
    assert submitted["state"] == "in_review"
    assert Posting.objects.get(pk=ad["id"]).transitions.get().comment == "Bitte ansehen"


def test_a_step_that_may_not_happen_is_a_conflict(api, posting, editor):
    workflow.submit(posting, by=editor)
    response = api.put(f"{URL}{posting.slug}/", {"text": "Anders"}, format="json")
    assert response.status_code == 409
    assert response.json()["errors"][0]["code"] == "refused"
    posting.refresh_from_db()
    assert posting.current.number == 1


def test_nobody_overwrites_what_they_have_not_seen(api, posting, editor):
    workflow.save(posting, by=editor, title="", text="Von jemand anderem")
    response = api.put(f"{URL}{posting.slug}/", {"text": "Meins", "base_version": 1}, format="json")
    assert response.status_code == 409
    assert "Version 2" in response.json()["errors"][0]["detail"]


def test_the_list_comes_in_pages_and_by_state(api, editor):
    ads = [workflow.create(by=editor, title=f"Stelle {n}", text=AD) for n in range(3)]
    workflow.submit(ads[0], by=editor)
    page = api.get(f"{URL}?page_size=2").json()
    assert (page["count"], len(page["results"])) == (3, 2)
    assert page["next"]
    assert [ad["title"] for ad in api.get(f"{URL}?state=in_review").json()["results"]] == ["Stelle 0"]
    wrong = api.get(f"{URL}?state=anders")
    assert wrong.status_code == 400
    assert wrong.json()["errors"][0]["attr"] == "state"


def test_the_list_asks_the_database_the_same_for_many(api, editor, django_assert_max_num_queries):
    for number in range(5):
        workflow.create(by=editor, title=f"Stelle {number}", text=AD)
    with django_assert_max_num_queries(5):
        assert len(api.get(URL).json()["results"]) == 5


def test_versions(api, posting, editor):
    workflow.save(posting, by=editor, title="Zweite", text="Zweiter Text")
    posting.refresh_from_db()
    one = f"{URL}{posting.slug}/"
    assert [version["number"] for version in api.get(f"{one}versions/").json()["results"]] == [2, 1]
    assert api.get(f"{one}versions/1/").json()["text"] == AD
    assert api.get(f"{one}versions/3/").status_code == 404


def test_findings_decisions_and_their_withdrawal(api, posting):
    one = f"{URL}{posting.slug}/"
    finding = api.get(f"{one}review/").json()["findings"][0]
    body = {"finding": finding["id"], "rule": finding["rule"], "quote": finding["quote"], "reason": "Amtlich"}
    made = api.post(f"{one}decisions/", body, format="json")
    assert made.status_code == 201
    assert api.post(f"{one}decisions/", body, format="json").status_code == 409
    assert [row["reason"] for row in api.get(f"{one}decisions/").json()["results"]] == ["Amtlich"]
    gone = f"{one}decisions/{made.json()['id']}/"
    assert api.delete(gone).status_code == 204
    assert api.delete(gone).status_code == 404
    assert api.get(f"{one}decisions/").json()["count"] == 0
    assert posting.decisions.count() == 1


@pytest.mark.parametrize("role", ["approver", "outreach", "reporting", "administrator"])
def test_others_read_and_do_not_write(person, posting, role):
    client = client_of(person(role))
    one = f"{URL}{posting.slug}/"
    assert client.get(one).status_code == 200
    assert client.get(f"{one}review/").status_code == 200
    for address, method in [
        (URL, "post"),
        (one, "put"),
        (f"{one}submit/", "post"),
        (f"{one}decisions/", "post"),
    ]:
        assert getattr(client, method)(address, {"text": AD}, format="json").status_code == 403
    assert client.delete(f"{one}decisions/1/").status_code == 403
