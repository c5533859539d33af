"""A tiny server with the real templates, scripts and Content-Security-Policy, and a review of five words.

It runs as its own process (`python -m tests.outreach.frontend.stub PORT`), so that browser tests of the
editor need neither database nor rules.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
PERSON = SimpleNamespace(
    is_authenticated=True,
    display_name="Ada Beispiel",
    email="ada@stadt.example",
    role_set=frozenset({"editor", "approver", "outreach", "reporting", "administrator"}),
)
CITY = {"name": "Musterstadt", "official_name": "Stadt Musterstadt", "logo_text": "Musterstadt"}
URLS = {
    "check_url": "/ausschreibungen/1/pruefen/",
    "paste_url": "/ausschreibungen/einfuegen/",
    "upload_url": "/ausschreibungen/datei/",
}
sent: list[dict[str, str]] = []


def context(request) -> dict[str, Any]:
    """Who is signed in, and where."""
    return {"user": PERSON, "city": CITY}


def _configure() -> None:
    from django.conf import settings

    sys.path.insert(0, str(ROOT))
    from outreach.policy import CONTENT_SECURITY_POLICY

    settings.configure(
        DEBUG=True,
        SECRET_KEY="stub",
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF="tests.outreach.frontend.stub",
        INSTALLED_APPS=["django.contrib.staticfiles", "csp"],
        MIDDLEWARE=["csp.middleware.CSPMiddleware", "django.middleware.csrf.CsrfViewMiddleware"],
        CSRF_COOKIE_HTTPONLY=True,
        STATIC_URL="/static/",
        STATICFILES_DIRS=[ROOT / "outreach/static"],
        LANGUAGE_CODE="de",
        USE_TZ=True,
        TIME_ZONE="Europe/Berlin",
        CONTENT_SECURITY_POLICY=CONTENT_SECURITY_POLICY,
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [ROOT / "templates"],
                "OPTIONS": {
                    "libraries": {
                        "received": "tests.outreach.frontend.fake_received",
                        "tables": "outreach.templatetags.tables",
                    },
                    "context_processors": [
                        "django.template.context_processors.request",
                        "tests.outreach.frontend.stub.context",
                    ],
                },
            }
        ],
    )
    import django

    django.setup()


if __name__ == "__main__":
    _configure()

from django import forms  # noqa: E402
from django.http import HttpResponse, JsonResponse  # noqa: E402
from django.shortcuts import render  # noqa: E402
from django.template.loader import render_to_string  # noqa: E402
from django.urls import include, path  # noqa: E402

from tests.outreach.frontend.fake_review import (  # noqa: E402
    NOW,
    POSTING,
    TEXT,
    decisions,
    marks,
    panel,
    sentence,
)  # fmt: skip


class AdForm(forms.Form):
    """The fields of the real form."""

    title = forms.CharField(
        label="Titel", required=False, help_text="Bleibt das Feld leer, lesen wir den Titel."
    )
    text = forms.CharField(label="Text der Ausschreibung", error_messages={"required": "Der Text ist leer."})
    base_version = forms.IntegerField(required=False, widget=forms.HiddenInput)


def workplace(request, pk: int = 1):
    """The page of an ad; a POST keeps nothing but what was sent."""
    form = AdForm(request.POST or None, initial={"title": POSTING.title, "text": TEXT, "base_version": 1})
    if request.method == "POST":
        sent.append(request.POST.dict())
        if form.is_valid() and request.POST.get("action") != "check":
            form = AdForm(initial={**request.POST.dict()})
    text = (request.POST.get("text") or "").replace("\r\n", "\n") if request.method == "POST" else TEXT
    mode = {
        "approve": {"can_edit": False, "can_submit": False, "can_approve": True, "can_send_back": True},
        "own": {"can_edit": False, "can_submit": False, "own_text": True, "can_send_back": True},
        "published": {"can_edit": False, "can_submit": False, "can_close": True},
    }.get(request.GET.get("mode", ""), {})
    return render(
        request,
        "postings/workplace.html",
        panel(text, form=form, marks=marks(text), status=sentence(text), **URLS, **mode),
    )


def new(request):
    """An empty editor."""
    form = AdForm(request.POST or None)
    return render(request, "postings/new.html", {"form": form, **URLS})


def check(request, pk: int = 1):
    """JSON for the editor."""
    text = request.POST["text"]
    if "Fehler500" in text:
        return HttpResponse("kaputt", status=500)
    html = render_to_string("postings/_panel.html", panel(text), request=request)
    return JsonResponse({"marks": marks(text), "panel": html, "summary": {}, "status": sentence(text)})


def paste(request):
    """Headings and list items out of pasted HTML."""
    html = request.POST["html"]
    if "zu groß" in html:
        return JsonResponse({"error": "Das ist zu viel auf einmal."}, status=413)
    text = re.sub(r"<h2>(.*?)</h2>", r"## \1\n", html)
    text = re.sub(r"<li>(.*?)</li>", r"- \1\n", text)
    return JsonResponse({"text": re.sub(r"<[^>]+>", "", text)})


def upload(request):
    """A text file's content, or why it cannot be read."""
    file = request.FILES["file"]
    if file.name.endswith(".docx"):
        error = "Die Datei ist mit einem Passwort geschützt. Bitte speichern Sie sie ohne Passwort."
        return JsonResponse({"error": error}, status=400)
    return JsonResponse({"text": file.read().decode(), "title": "Aus der Datei"})


def ignore(request, pk: int = 1):
    """Keep the decision until the process ends."""
    finding, reason = request.POST["finding"], request.POST.get("reason", "")
    if not reason.strip():
        return JsonResponse({"error": "Bitte nennen Sie einen Grund."}, status=400)
    person = SimpleNamespace(display_name="Ada Beispiel")
    decisions[finding] = SimpleNamespace(pk=len(decisions) + 1, reason=reason, by=person, at=NOW)
    return JsonResponse({"ok": True})


def withdraw(request, pk: int, decision: int):
    """Forget the decision."""
    for finding, kept in list(decisions.items()):
        if kept.pk == decision:
            del decisions[finding]
    return JsonResponse({"ok": True})


def nothing(request, **kwargs):
    """An address that only has to exist."""
    return HttpResponse("ok")


def what_was_sent(request):
    """The forms sent so far, for the tests to read."""
    return JsonResponse({"sent": sent})


posting_urls = [
    path("", nothing, name="list"),
    path("neu/", new, name="new"),
    path("einfuegen/", paste, name="paste"),
    path("datei/", upload, name="upload"),
    path("pruefen/", check, name="check_text"),
    path("<int:pk>/", workplace, name="workplace"),
    path("<int:pk>/pruefen/", check, name="check"),
    path("<int:pk>/vorlage/", nothing, name="duplicate"),
    path("<int:pk>/zurueckgeben/", nothing, name="send_back"),
    path("<int:pk>/ignorieren/", ignore, name="ignore"),
    path("<int:pk>/zuruecknehmen/<int:decision>/", withdraw, name="withdraw"),
]
channel_urls = [
    path("", nothing, name="list"),
    path("<int:pk>/", nothing, name="deliveries"),
    path("<int:pk>/vorschau/", nothing, name="preview"),
]
reach_urls = [path("", nothing, name="overview"), path("<int:pk>/", nothing, name="posting")]
urlpatterns = [
    path("gesendet/", what_was_sent),
    path("ausschreibungen/", include((posting_urls, "postings"))),
    path("veranstaltungen/", include(([path("", nothing, name="list")], "events"))),
    path("kanaele/", include((channel_urls, "channels"))),
    path("reichweite/", include((reach_urls, "reach"))),
    path("uebersetzungen/", include(([path("", nothing, name="home")], "translating"))),
    path("freigeben/", include(([path("<int:pk>/", nothing, name="record")], "publishing"))),
    path("regeln/", include(([path("", nothing, name="list")], "rules"))),
    path("einstellungen/", nothing, name="settings"),
    path("", nothing, name="today"),
]

if __name__ == "__main__":
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
    from django.core.wsgi import get_wsgi_application

    server = ThreadedWSGIServer(("127.0.0.1", int(sys.argv[1])), WSGIRequestHandler)
    server.set_app(StaticFilesHandler(get_wsgi_application()))
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()
