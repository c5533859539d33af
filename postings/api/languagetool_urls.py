"""The LanguageTool protocol, with and without a token in the address."""

from django.urls import include, path, re_path

from postings.languagetool import views

_protocol = [
    path("check", views.check, name="check"),
    path("languages", views.languages, name="languages"),
    path("words", views.words, name="words"),
    path("words/add", views.add_word, name="add-word"),
    path("words/delete", views.delete_word, name="delete-word"),
    re_path(r"^.*$", views.unknown),
]

urlpatterns = [
    path("v2/", include((_protocol, "languagetool"))),
    path("t/<str:token>/v2/", include((_protocol, "languagetool-token"))),
    path("t/<path:rest>", views.unknown),
]
