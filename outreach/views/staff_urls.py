"""Staff addresses of the city as a whole: Heute and Einstellungen."""

from django.urls import path

from outreach.views import language, settings_pages, today

urlpatterns = [
    path("", today.today, name="today"),
    path("sprache/", language.choose, name="language"),
    path("einstellungen/", settings_pages.index, name="settings"),
    path("einstellungen/zugaenge/", settings_pages.issue_token, name="issue_token"),
    path("einstellungen/zugaenge/<int:pk>/sperren/", settings_pages.revoke_token, name="revoke_token"),
    path("einstellungen/personen/neu/", settings_pages.person, name="new_person"),
    path("einstellungen/personen/<int:pk>/", settings_pages.person, name="person"),
]
