"""The voluntary questions after applying."""

from django.urls import path

from outreach.reach.disclosure import views

app_name = "disclosure"
urlpatterns = [
    path("", views.page, name="start"),
    path("unterschrift/", views.sign, name="sign"),
    path("antwort/", views.send, name="send"),
    path("<slug:language>/", views.page, name="page"),
]
