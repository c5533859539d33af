"""Addresses of the open data. A version's address never changes."""

from django.urls import path

from outreach.reach.opendata import views

app_name = "opendata"
urlpatterns = [
    path("", views.index, name="index"),
    path("catalog.<slug:form>", views.catalogue, name="catalogue"),
    path("<slug:table>/<slug:version>.<slug:form>", views.file, name="file"),
]
