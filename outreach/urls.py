"""The map: every address of the service."""

from django.urls import include, path

from channels.views import public

urlpatterns = [
    path("", include("outreach.views.staff_urls")),  # Heute, Einstellungen
    path("", include("outreach.views.urls")),  # legal pages, health, metrics
    path("konto/", include("allauth.urls")),
    path("ausschreibungen/", include("postings.views.urls")),
    path("ausschreibungen/", include("channels.views.publish_urls")),
    path("veranstaltungen/", include("postings.views.event_urls")),
    path("regeln/", include("postings.views.rule_urls")),
    path("kanaele/", include("channels.views.urls")),
    path("stellen/", include("channels.views.public_urls")),
    path("robots.txt", public.robots, name="robots"),
    path("feeds/", include("channels.feed_urls")),
    path("reichweite/", include("outreach.reach.urls")),
    path("", include("outreach.reach.tracked_urls")),  # /l/<code>, /q/<code>
    path("", include("postings.api.languagetool_urls")),  # /v2/…, /t/<token>/v2/…
    path("api/v1/", include("outreach.api_urls")),
]

handler400 = "outreach.views.errors.bad_request"
handler403 = "outreach.views.errors.forbidden"
handler404 = "outreach.views.errors.not_found"
handler500 = "outreach.views.errors.server_error"
