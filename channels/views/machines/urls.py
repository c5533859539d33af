"""Addresses for the technicians of receivers."""

from django.urls import path

from channels.views.machines import receivers

app_name = "receivers"
urlpatterns = [
    path("schema.json", receivers.schema, name="schema"),
    path("<slug:key>/", receivers.page, name="page"),
    path("<slug:key>/testen/", receivers.test, name="test"),
    path("<slug:key>/bestaetigen/", receivers.prove, name="prove"),
    path("<slug:key>/schluessel/", receivers.new_key, name="new_key"),
    path("<slug:key>/noch-einmal/", receivers.again, name="again"),
]
