"""Programs show an access token that a person made: `Authorization: Bearer …`."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from outreach.people.models import AccessToken, User


class BearerAuthentication(BaseAuthentication):
    """The person behind an unrevoked token."""

    def authenticate(self, request: Request) -> tuple[User, AccessToken] | None:
        """(person, token), or None if the request shows no token."""
        parts = get_authorization_header(request).decode("latin-1").split()
        if not parts or parts[0].lower() != "bearer":
            return None
        token = person_token(parts[1]) if len(parts) == 2 else None
        if token is None:
            raise AuthenticationFailed(
                _("Dieser Zugriffsschlüssel gilt nicht (mehr). Bitte legen Sie einen neuen an.")
            )
        return token.user, token

    def authenticate_header(self, request: Request) -> str:
        """What a 401 answer asks for."""
        return "Bearer"


def person_token(secret: str) -> AccessToken | None:
    """The valid token with this secret, with its person."""
    return AccessToken.objects.valid(secret).select_related("user").first()


class BearerScheme(OpenApiAuthenticationExtension):
    """How the OpenAPI description names it."""

    target_class = BearerAuthentication
    name = "token"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        """HTTP bearer."""
        return {"type": "http", "scheme": "bearer"}
