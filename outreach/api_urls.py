"""REST, /api/v1/: each app adds its own addresses; description, docs and "not found" come last."""

from django.urls import include, path

urlpatterns = [
    path("", include("postings.api.urls")),
    path("", include("channels.api.urls")),
    path("", include("outreach.reach.funnel.api_urls")),
    path("", include("outreach.reach.api.urls")),
    path("", include("postings.api.root")),
]
