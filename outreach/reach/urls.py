"""Staff addresses of the reach reports."""

from django.urls import include, path

from outreach.reach.attacks.running import page
from outreach.reach.documents import views as documents
from outreach.reach.reports import book, views

app_name = "reach"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("dokumente/", documents.index, name="documents"),
    path("dokumente/<slug:name>/<slug:language>.<slug:form>", documents.download, name="document"),
    path("schutz/buch/", book.book, name="book"),
    path("schutz/buch.csv", book.download, name="book_table"),
    path("schutz/", views.protection, name="protection"),
    path("angriffe/", page.show, name="attacks"),
    path("angriffe/bericht.json", page.download, name="attacks_file"),
    path("tabelle.csv", views.table, name="table"),
    path("", include("outreach.reach.funnel.urls")),
    path("", include("outreach.reach.reports.urls")),
    path("<int:pk>/", views.posting, name="posting"),
    path("veranstaltungen/<int:pk>/", views.event, name="event"),
    path("<int:pk>/tabelle.csv", views.table, name="posting_table"),
]
