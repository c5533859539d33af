"""Staff addresses of the desk."""

from django.urls import path

from channels.views.translating import desk, inviting
from channels.views.translating.doors import for_staff

app_name = "translating"
urlpatterns = [
    path("", for_staff(desk.home), name="home"),
    path("personen/", inviting.overview, name="people"),
    path("personen/neu/", inviting.edit, name="new_person"),
    path("personen/<int:pk>/", inviting.edit, name="edit_person"),
    path("personen/<int:pk>/einladen/", inviting.invite, name="invite"),
    path("<slug:code>/", for_staff(desk.of_language), name="language"),
    path("<slug:code>/saetze/", for_staff(desk.standard), name="sentences"),
    path("<slug:code>/stelle/<int:pk>/", for_staff(desk.ad), name="ad"),
    path("<slug:code>/stelle/<int:pk>/xliff/", for_staff(desk.xliff_file), name="xliff"),
]
