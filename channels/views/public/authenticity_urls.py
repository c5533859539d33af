"""Addresses under `/echt/`."""

from django.urls import path

from channels.views.public import authenticity

app_name = "authenticity"
urlpatterns = [
    path("", authenticity.ask, name="ask"),
    path("schluessel.json", authenticity.keys, name="keys"),
    path("sprache/<slug:language>/", authenticity.ask, name="ask_language"),
    path("<str:code>.json", authenticity.record, name="record"),
    path("<str:code>/", authenticity.answer, name="code"),
    path("<str:code>/<slug:language>/", authenticity.answer, name="answer"),
]
