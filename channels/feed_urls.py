"""Feeds of the channels."""

from django.urls import path

from channels.views import feeds

app_name = "feeds"
urlpatterns = [
    path("", feeds.overview, name="list"),
    path("<slug:key>/atom.xml", feeds.atom, name="atom"),
]
