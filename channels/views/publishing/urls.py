"""Staff addresses of the steps that reach the channels."""

from django.urls import path

from channels.views.publishing import steps

app_name = "publishing"
urlpatterns = [
    path("<int:pk>/freigeben/", steps.approve, name="approve"),
    path("<int:pk>/schliessen/", steps.close, name="close"),
    path("<int:pk>/nachweis/", steps.record, name="record"),
    path("<int:pk>/nachweis.json", steps.record_file, name="record_file"),
]
