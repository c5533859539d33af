"""A JSON field that is encrypted at rest: tokens, passwords and certificates of receivers."""

from __future__ import annotations

import json
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from channels.sending import secrets


class Secrets(dict[str, Any]):
    """Shows names, never values. What no key opens any more stays sealed until somebody sets it anew."""

    def __init__(self, *given: Any, sealed: str = "") -> None:
        super().__init__(*given)
        self.sealed = sealed

    def __missing__(self, name: str) -> Any:
        if self.sealed:
            raise secrets.Unreadable
        raise KeyError(name)

    def get(self, name: str, default: Any = None) -> Any:
        if self.sealed:
            raise secrets.Unreadable
        return super().get(name, default)

    def __repr__(self) -> str:
        return f"<Secrets: {', '.join(sorted(self)) or ('sealed' if self.sealed else 'none')}>"

    __str__ = __repr__


class EncryptedJSONField(models.TextField):
    """A dictionary outside, a Fernet token in the database. Cannot be searched for."""

    def from_db_value(self, value: str | None, expression, connection) -> Secrets:
        return self.to_python(value)

    def to_python(self, value: Any) -> Secrets:
        if isinstance(value, dict):
            return value if isinstance(value, Secrets) else Secrets(value)
        if not value:
            return Secrets()
        try:
            return Secrets(json.loads(secrets.decrypt(value)))
        except secrets.Unreadable:
            return Secrets(sealed=value)

    def get_prep_value(self, value: Any) -> str:
        if isinstance(value, Secrets) and value.sealed and not value:
            return value.sealed
        if not value:
            return ""
        if not isinstance(value, dict):
            raise ValidationError("secrets are a dictionary")
        return secrets.encrypt(json.dumps(value))

    def value_to_string(self, obj: models.Model) -> str:
        """Exports keep the encrypted form."""
        return self.get_prep_value(self.value_from_object(obj))
