"""Public pages of published ads."""

from django.urls import path

from channels.views import public

app_name = "public"
urlpatterns = [
    path("", public.postings, name="postings"),
    path("sitemap.xml", public.sitemap, name="sitemap"),
    path("termine/<slug:slug>/", public.event, name="event"),
    path("<slug:slug>/", public.posting, name="posting"),
    path("<slug:slug>/<slug:language>/", public.posting, name="posting_language"),
]
