"""The map: every address of the service."""

from django.urls import include, path

from channels.views.machines import hub
from channels.views.public import pages

urlpatterns = [
    path("", include("outreach.views.staff_urls")),  # Heute, Einstellungen
    path("", include("outreach.views.urls")),  # legal pages, health, metrics
    path("konto/", include("allauth.urls")),
    path("ausschreibungen/", include("postings.views.urls")),
    path("ausschreibungen/", include("channels.views.publishing.urls")),
    path("veranstaltungen/", include("channels.views.events.urls")),
    path("regeln/", include("postings.views.rule_urls")),
    path("kanaele/", include("channels.views.urls")),
    path("uebersetzungen/", include("channels.views.translating.urls")),
    path("uebersetzen/", include("channels.views.translating.guest_urls")),
    path("stellen/", include("channels.views.public.urls")),
    path("echt/", include("channels.views.public.authenticity_urls")),
    path("robots.txt", pages.robots, name="robots"),
    path("partner/", include("channels.views.partner_pages.urls")),
    path("hub/", hub.hub, name="hub"),
    path("empfang/", include("channels.views.machines.urls")),
    path("feeds/", include("channels.views.public.feed_urls")),
    path("reichweite/", include("outreach.reach.urls")),
    path("freiwillig/", include("outreach.reach.disclosure.urls")),
    path("offene-daten/", include("outreach.reach.opendata.urls")),
    path("", include("outreach.reach.tracked_urls")),  # /l/<code>, /q/<code>
    path("", include("postings.api.languagetool_urls")),  # /v2/…, /t/<token>/v2/…
    path("api/v1/", include("outreach.api_urls")),
]

handler400 = "outreach.views.errors.bad_request"
handler403 = "outreach.views.errors.forbidden"
handler404 = "outreach.views.errors.not_found"
handler500 = "outreach.views.errors.server_error"
