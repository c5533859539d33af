"""Staff addresses of the steps that reach the channels."""

from django.urls import path

from channels.views import publish

app_name = "publishing"
urlpatterns = [
    path("<int:pk>/freigeben/", publish.approve, name="approve"),
    path("<int:pk>/schliessen/", publish.close, name="close"),
]
