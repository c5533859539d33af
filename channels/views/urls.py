"""Staff addresses of channels and partners."""

from django.urls import include, path

from channels.views import channels, held
from channels.views.deliveries import notices, pages, steps
from channels.views.media import agency, checking
from channels.views.spreading import coverage, forms, occupation, preview, seen

app_name = "channels"
urlpatterns = [
    path("", channels.overview, name="list"),
    path("neu/", channels.edit, name="new"),
    path("<int:pk>/", channels.edit, name="edit"),
    path("<int:pk>/feed-freigeben/", held.agree, name="agree_feed"),
    path("<int:pk>/pruefen/", checking.check, name="check"),
    path("<int:pk>/arbeitsagentur/", agency.page, name="agency"),
    path("<int:pk>/arbeitsagentur/alle/", agency.send_all, name="agency_all"),
    path("<int:pk>/arbeitsagentur/beruf/<int:posting_pk>/", agency.choose, name="agency_choose"),
    path("<int:pk>/technikseite/", channels.new_receiver_page, name="new_receiver_page"),
    path("partner/", include("channels.views.partners.urls")),
    path("<int:pk>/einschalten/", steps.switch_on, name="switch_on"),
    path("sendungen/", pages.log, name="log"),
    path("ausschreibung/<int:pk>/", pages.of_posting, name="deliveries"),
    path("ausschreibung/<int:pk>/formen/", forms.of_posting, name="forms"),
    path("ausschreibung/<int:pk>/formen/<str:language>.zip", forms.package, name="forms_package"),
    path("ausschreibung/<int:pk>/formen/<str:language>/<str:name>", forms.file, name="form"),
    path("ausschreibung/<int:pk>/vorschau/", preview.of_posting, name="preview"),
    path("ausschreibung/<int:pk>/beruf/", occupation.of_posting, name="occupation"),
    path("ausschreibung/<int:pk>/vorschau/<int:channel_pk>/", seen.of_posting, name="seen_posting"),
    path(
        "ausschreibung/<int:pk>/vorschau/<int:channel_pk>/plakat.png",
        seen.poster_of_posting,
        name="seen_poster",
    ),
    path("veranstaltung/<int:pk>/vorschau/", preview.of_event, name="event_preview"),
    path("veranstaltung/<int:pk>/vorschau/<int:channel_pk>/", seen.of_invitation, name="seen_event"),
    path("ausschreibung/<int:pk>/abdeckung/", coverage.of_posting, name="coverage_of_posting"),
    path("abdeckung/", coverage.of_time, name="coverage"),
    path("abdeckung/tabelle.csv", coverage.table, name="coverage_table"),
    path("veranstaltung/<int:pk>/", pages.of_event, name="event_deliveries"),
    path("aushaenge/", notices.page, name="notices"),
    path("aushaenge/tabelle.csv", notices.table, name="notices_table"),
    path("aushang/<int:pk>/abgenommen/", steps.taken_down, name="taken_down"),
    path("sendung/<int:pk>/wiederholen/", steps.retry, name="retry"),
    path("sendung/<int:pk>/klaeren/", steps.resolve, name="resolve"),
    path("sendung/<int:pk>/erledigt/", steps.settle, name="settle"),
]
