"""Staff addresses of partners, within the namespace of the channels."""

from django.urls import path

from channels.views.partners import one, overview, table

urlpatterns = [
    path("", overview.overview, name="partners"),
    path("neu/", one.edit, name="new_partner"),
    path("einladen/", overview.invite_all, name="invite_partners"),
    path("tabelle.csv", overview.export, name="export_partners"),
    path("einlesen/", table.take, name="import_partners"),
    path("<int:pk>/", one.show, name="partner"),
    path("<int:pk>/bearbeiten/", one.edit, name="edit_partner"),
    path("<int:pk>/schritt/", one.step, name="partner_step"),
]
