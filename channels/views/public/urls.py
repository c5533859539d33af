"""Public pages of published ads."""

from django.urls import path

from channels.views.public import embedding, pages

app_name = "public"
urlpatterns = [
    path("", pages.postings, name="postings"),
    path("sprache/<slug:language>/", pages.postings_in, name="postings_language"),
    path("sitemap.xml", pages.sitemap, name="sitemap"),
    path("einbetten/", embedding.listing, name="embed"),
    path("einbetten/<slug:language>/", embedding.listing, name="embed_language"),
    path("oembed.json", embedding.oembed, name="oembed"),
    path("termine/<slug:slug>/", pages.event, name="event"),
    path("termine/<slug:slug>/termin.ics", pages.event_calendar, name="event_calendar"),
    path("<slug:slug>/", pages.posting, name="posting"),
    path("<slug:slug>/<slug:language>/", pages.posting, name="posting_language"),
    path("<slug:slug>/<slug:language>/plakat.pdf", pages.poster_pdf, name="poster"),
    path("<slug:slug>/<slug:language>/bild.png", pages.picture, name="picture"),
]
