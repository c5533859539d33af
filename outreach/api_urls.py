"""REST, /api/v1/: each app adds its own addresses; description, docs and "not found" come last."""

from django.urls import include, path

urlpatterns = [
    path("", include("postings.api.urls")),
    path("", include("postings.api.root")),
]
