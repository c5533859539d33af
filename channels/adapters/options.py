"""Fields for the `OPTIONS` form of an adapter: what a channel of that kind needs to know."""

from __future__ import annotations

from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError

from channels.sending import console
from channels.sending.http import BadAddress, check_address, ensure_public

F = TypeVar("F", bound=forms.Field)


def secret(field: F) -> F:
    """Marks a field whose value is kept encrypted and never shown again."""
    field.secret = True  # type: ignore[attr-defined]
    return field


class AddressField(forms.CharField):
    """An address we may call: https, and leading to the public internet at this moment."""

    widget = forms.URLInput

    def clean(self, value: Any) -> str:
        given = super().clean(value)
        if not given:
            return given
        try:
            return (check_address if console.is_on() else ensure_public)(given).url
        except BadAddress as error:
            raise ValidationError(str(error)) from None


class ServerField(AddressField):
    """The address of a server without a path: https://social.example"""

    def clean(self, value: Any) -> str:
        return "/".join(super().clean(value).split("/")[:3])
