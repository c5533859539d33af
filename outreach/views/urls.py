"""Addresses of the city as a whole: legal pages, health, metrics."""

from django.urls import include, path

from outreach.views import health, legal, metrics

legal_pages = [
    path("impressum/", legal.imprint, name="imprint"),
    path("datenschutz/", legal.privacy, name="privacy"),
    path("datenschutz/<slug:language>/", legal.privacy, name="privacy_in"),
    path("datenschutz/<slug:language>.pdf", legal.privacy_pdf, name="privacy_pdf"),
    path("barrierefreiheit/", legal.accessibility, name="accessibility"),
]
operation = [
    path("healthz", health.alive, name="alive"),
    path("readyz", health.ready, name="ready"),
    path("metrics", metrics.scrape, name="metrics"),
]

urlpatterns = [
    path("", include((legal_pages, "legal"))),
    path("", include((operation, "operation"))),
]
