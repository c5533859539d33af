"""Staff addresses of the funnel and the voluntary answers, below /reichweite/ (namespace "reach")."""

from django.urls import path

from outreach.reach.disclosure import pages as disclosure
from outreach.reach.funnel import pages, views

urlpatterns = [
    path("trichter/", pages.channels, name="funnel"),
    path("trichter/<int:pk>/", pages.posting, name="funnel_posting"),
    path("antworten/", disclosure.answers, name="answers"),
    path("portal/", views.portal, name="portal"),
    path("portal/schluessel/", views.new_key, name="portal_key"),
    path("portal/schluessel/<int:pk>/ersetzen/", views.replace_key, name="portal_key_replace"),
    path("portal/schluessel/<int:pk>/sperren/", views.revoke_key, name="portal_key_revoke"),
    path("portal/tabelle/", views.table, name="portal_table"),
]
