"""Staff addresses of events."""

from django.urls import path

from postings.views import events

app_name = "events"
urlpatterns = [
    path("", events.overview, name="list"),
    path("neu/", events.edit, name="new"),
    path("<int:pk>/", events.edit, name="edit"),
    path("<int:pk>/ankuendigen/", events.announce, name="announce"),
]
