"""Feeds of the channels: one address per format, found with the adapters."""

from django.urls import path

from channels.feeds import formats
from channels.views.public import feeds

app_name = "feeds"
urlpatterns = [
    path("", feeds.overview, name="list"),
    *(
        path(f"<slug:key>/{file}", feeds.feed, {"file": file}, name=file.partition(".")[0])
        for file in formats.files()
    ),
]
