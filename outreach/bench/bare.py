"""What the tracked link is compared with: Django with one redirect, no middleware, no database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import path


def redirect(request: HttpRequest, code: str) -> HttpResponseRedirect:
    """The least a redirect can do. With its length, as ours has, so that the server need not cut it up."""
    return HttpResponseRedirect(f"/stellen/wohngeld/?k={code}", headers={"Content-Length": "0"})


urlpatterns = [path("l/<str:code>", redirect)]


def make_application() -> Callable[..., Any]:
    """For granian's `--factory`: a process of its own with settings of its own."""
    settings.configure(ROOT_URLCONF=__name__, MIDDLEWARE=[], ALLOWED_HOSTS=["*"], USE_I18N=False)
    django.setup()
    return WSGIHandler()
