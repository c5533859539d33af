"""Addresses for partners. Fixed words first; a token has a dot in it and so is none of them."""

from django.urls import path, re_path

from channels.views.partner_pages import doing, joining, leaving, page, taking

app_name = "partner"
urlpatterns = [
    path("anmelden/", joining.sign_up, name="sign_up"),
    path("bestaetigen/<str:token>/", joining.confirm, name="confirm"),
    path("link/", joining.ask_link, name="link"),
    path("abmelden/<str:token>/", leaving.leave, name="leave"),
    path("erledigt/<str:token>/", doing.done, name="done"),
    path("<str:token>/", page.page, name="page"),
    path("<str:token>/sendung/<int:pk>/erledigt/", page.hand_off, name="hand_off"),
    path("<str:token>/sendung/<int:pk>/paket.zip", page.package, name="package"),
    path("<str:token>/sendung/<int:pk>/paket-<str:language>.zip", page.package, name="package_in"),
    path("<str:token>/sendung/<int:pk>/sprachen/", taking.every, name="languages"),
    path("<str:token>/sendung/<int:pk>/sprachen/<str:language>/", taking.one, name="language"),
    path("<str:token>/sendung/<int:pk>/sprachen/<str:language>/<str:name>", taking.file, name="form"),
    re_path(r"^(?P<token>[^/]+)/sendung/(?P<pk>\d+)/qr\.(?P<form>svg|png)$", page.qr_code, name="qr_code"),
    path("<str:token>/einstellungen/", page.prefer, name="prefer"),
    path("<str:token>/pause/", page.pause, name="pause"),
    path("<str:token>/stopp/", page.stop, name="stop"),
    path("<str:token>/wieder-dabei/", page.rejoin, name="rejoin"),
    path("<str:token>/rueckgaengig/", page.take_back, name="take_back"),
]
