import pytest

from postings.models import IgnoredWord


def words(client, token, **query):
    return client.get(f"/t/{token}/v2/words", query).json()["words"]


def test_a_list_of_ones_own(client, token, editor, approver):
    IgnoredWord.objects.put(approver, "Fremdes")
    added = [
        client.post(f"/t/{token}/v2/words/add", {"word": word}).json()
        for word in ("Tutor", "Leiter", "tutor")
    ]
    assert added == [{"added": True}, {"added": True}, {"added": False}]
    assert words(client, token) == ["Leiter", "Tutor"]
    assert words(client, token, offset=1, limit=1) == ["Tutor"]
    delete = f"/t/{token}/v2/words/delete"
    assert client.post(delete, {"word": "TUTOR"}).json() == {"deleted": True}
    assert client.post(delete, {"word": "Fremdes"}).json() == {"deleted": False}
    assert words(client, token) == ["Leiter"]
    assert IgnoredWord.objects.filter(user=approver).count() == 1


def test_by_user_name_and_key(client, token, editor):
    fields = {"word": "Tutor", "username": editor.email, "apiKey": token}
    assert client.post("/v2/words/add", fields).json() == {"added": True}
    assert client.post("/v2/words", fields).json() == {"words": ["Tutor"]}


@pytest.mark.parametrize("address", ["words", "words/add", "words/delete"])
def test_never_without_a_person(client, db, settings, address):
    settings.OPEN_CHECK = True
    assert client.post(f"/v2/{address}", {"word": "Tutor"}).status_code == 403
    assert IgnoredWord.objects.count() == 0


def test_a_session_is_no_person_here(client, editor):
    client.force_login(editor)
    assert client.post("/v2/words/add", {"word": "Tutor"}).status_code == 403


@pytest.mark.parametrize("word", ["", " ", "zwei Wörter", "a" * 101, "\x00"])
def test_wrong_words(client, token, word):
    assert client.post(f"/t/{token}/v2/words/add", {"word": word}).status_code == 400


@pytest.mark.parametrize("query", [{"offset": "-1"}, {"limit": "x"}, {"limit": "²"}, {"offset": "9" * 30}])
def test_wrong_numbers(client, token, query):
    assert client.get(f"/t/{token}/v2/words", query).status_code == 400


def test_adding_needs_a_post(client, token):
    assert client.get(f"/t/{token}/v2/words/add", {"word": "Tutor"}).status_code == 405


def test_languages(client):
    rows = client.get("/v2/languages").json()
    assert {"name": "German (Germany)", "code": "de", "longCode": "de-DE"} in rows
