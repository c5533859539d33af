"""The ends of the REST interface: its description, its docs, and what is not there."""

from __future__ import annotations

from typing import Any

from django.urls import path, re_path
from django.utils.translation import gettext as _
from drf_spectacular.renderers import (
    OpenApiJsonRenderer,
    OpenApiJsonRenderer2,
    OpenApiYamlRenderer,
    OpenApiYamlRenderer2,
)
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.exceptions import NotFound
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.views import APIView


class Description(SpectacularAPIView):
    """OpenAPI 3.1, as JSON unless a client asks for YAML."""

    renderer_classes = [OpenApiJsonRenderer2, OpenApiJsonRenderer, OpenApiYamlRenderer, OpenApiYamlRenderer2]


class Docs(SpectacularSwaggerSplitView):
    """The description to read and try, without inline script or style."""

    url_name = "api-schema"
    template_name = "api/docs.html"


class Nowhere(APIView):
    """Any other address, told in the one error shape."""

    permission_classes = [AllowAny]
    authentication_classes: list[Any] = []
    schema = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """For every method alike."""
        raise NotFound(_("Diese Adresse gibt es nicht. Alle Adressen enden mit einem Schrägstrich."))

    def get(self, request: Request, **kwargs: Any) -> None:
        """Never reached."""


urlpatterns = [
    path("schema/", Description.as_view(), name="api-schema"),
    path("docs/", Docs.as_view(), name="api-docs"),
    re_path(r"^.*$", Nowhere.as_view()),
]
