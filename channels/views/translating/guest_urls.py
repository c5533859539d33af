"""Addresses of the desk for invited people."""

from django.urls import path

from channels.views.translating import desk
from channels.views.translating.doors import for_guests

app_name = "translator"
urlpatterns = [
    path("<str:token>/", for_guests(desk.home), name="home"),
    path("<str:token>/<slug:code>/", for_guests(desk.of_language), name="language"),
    path("<str:token>/<slug:code>/saetze/", for_guests(desk.standard), name="sentences"),
    path("<str:token>/<slug:code>/stelle/<int:pk>/", for_guests(desk.ad), name="ad"),
    path("<str:token>/<slug:code>/stelle/<int:pk>/xliff/", for_guests(desk.xliff_file), name="xliff"),
]
