"""Staff addresses of the reports, below /reichweite/ (namespace "reach")."""

from django.urls import path

from outreach.reach.reports import asking, downloading, spending

urlpatterns = [
    path("fragen/<slug:key>/", asking.question, name="question"),
    path("fragen/<slug:key>/bild-<slug:form>.svg", downloading.chart, name="chart"),
    path("fragen/<slug:key>/datei.<slug:kind>", downloading.file, name="file"),
    path("kosten/", spending.costs, name="costs"),
    path("kosten/<int:pk>/loeschen/", spending.forget_cost, name="forget_cost"),
]
