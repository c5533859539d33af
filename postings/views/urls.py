"""Staff addresses of job ads."""

from django.urls import path

from postings.views import checking, decisions, lists, steps, workplace

app_name = "postings"
urlpatterns = [
    path("", lists.overview, name="list"),
    path("neu/", workplace.new, name="new"),
    path("pruefen/", checking.check, name="check_text"),
    path("einfuegen/", checking.paste, name="paste"),
    path("datei/", checking.upload, name="upload"),
    path("<int:pk>/", workplace.edit, name="workplace"),
    path("<int:pk>/pruefen/", checking.check, name="check"),
    path("<int:pk>/versionen/<int:number>/", lists.version, name="version"),
    path("<int:pk>/vorlage/", steps.duplicate, name="duplicate"),
    path("<int:pk>/freigabe-anfragen/", steps.submit, name="submit"),
    path("<int:pk>/zurueckgeben/", steps.send_back, name="send_back"),
    path("<int:pk>/ignorieren/", decisions.ignore, name="ignore"),
    path("<int:pk>/zuruecknehmen/<int:decision>/", decisions.withdraw, name="withdraw"),
]
