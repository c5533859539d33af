"""Help pages of the rules."""

from django.urls import path

from postings.views import rules

app_name = "rules"
urlpatterns = [
    path("", rules.overview, name="list"),
    path("<slug:rule>/", rules.detail, name="detail"),
]
