"""Staff addresses of channels and partners."""

from django.urls import path

from channels.views import channels, deliveries, partners

app_name = "channels"
urlpatterns = [
    path("", channels.overview, name="list"),
    path("neu/", channels.edit, name="new"),
    path("<int:pk>/", channels.edit, name="edit"),
    path("partner/", partners.overview, name="partners"),
    path("partner/neu/", partners.edit, name="new_partner"),
    path("partner/<int:pk>/", partners.edit, name="edit_partner"),
    path("ausschreibung/<int:pk>/", deliveries.of_posting, name="deliveries"),
    path("sendung/<int:pk>/wiederholen/", deliveries.retry, name="retry"),
    path("sendung/<int:pk>/klaeren/", deliveries.resolve, name="resolve"),
]
