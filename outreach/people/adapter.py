"""How people come in: by e-mail address and password, invited by an administrator."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from outreach import addresses


class StaffAdapter(DefaultAccountAdapter):
    """There is no open sign-up; nothing is kept of the device somebody signs in with."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_http_user_agent(self, request: HttpRequest) -> str:
        return ""

    def get_from_email(self) -> str:
        return addresses.sender()
