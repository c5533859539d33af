"""Staff addresses of the reach reports."""

from django.urls import path

from outreach.reach.reports import views

app_name = "reach"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("schutz/", views.protection, name="protection"),
    path("tabelle.csv", views.table, name="table"),
    path("<int:pk>/", views.posting, name="posting"),
    path("<int:pk>/tabelle.csv", views.table, name="posting_table"),
]
