"""Every page says what a browser may do; public pages set no cookie and do not vary on one."""

from __future__ import annotations

import pytest

PUBLIC = [
    "/stellen/",
    "/impressum/",
    "/datenschutz/",
    "/datenschutz/tr/",
    "/offene-daten/",
    "/offene-daten/catalog.ttl",
    "/barrierefreiheit/",
    "/feeds/",
    "/stellen/gibtsnicht/",
]
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", [*PUBLIC, "/konto/login/", "/healthz"])
def test_every_answer_carries_the_security_headers(client, path):
    response = client.get(path)
    policy = response["Content-Security-Policy"]
    for part in ("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'",
                 "form-action 'self'", "img-src 'self' data:"):  # fmt: skip
        assert part in policy
    assert "unsafe" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"]
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]
    assert response["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages_know_no_cookies(client, editor, path):
    client.force_login(editor)
    response = client.get(path)
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()


def test_public_pages_make_no_session_either(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(0):
        client.get("/impressum/")


def test_staff_pages_stay_out_of_shared_caches(client):
    assert client.get("/konto/login/")["Cache-Control"]
    assert "private" in client.get("/konto/login/")["Cache-Control"]


def test_session_cookies_are_out_of_reach_of_scripts(client, editor):
    client.post("/konto/login/", {"login": editor.email, "password": "geheim-genug"})
    cookie = next(c for name, c in client.cookies.items() if "sitzung" in name)
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_the_nonce_reaches_the_policy_only_where_it_is_used(rf):
    from csp.middleware import CSPMiddleware
    from django.http import HttpResponse

    def view(request):
        return HttpResponse(str(request.csp_nonce))

    response = CSPMiddleware(view)(rf.get("/"))
    assert f"style-src 'self' 'nonce-{response.content.decode()}'" in response["Content-Security-Policy"]
