"""Staff addresses of events. They stand here since every step of a public event reaches the channels."""

from django.urls import path

from channels.views.events import pages

app_name = "events"
urlpatterns = [
    path("", pages.overview, name="list"),
    path("neu/", pages.edit, name="new"),
    path("<int:pk>/", pages.edit, name="edit"),
    path("<int:pk>/ankuendigen/", pages.announce, name="announce"),
    path("<int:pk>/absagen/", pages.cancel, name="cancel"),
]
