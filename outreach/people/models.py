"""People who work with the service, their roles and their access tokens."""

from __future__ import annotations

import hashlib
import secrets
from functools import cached_property

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person may do. One person can hold several roles."""

    EDITOR = "editor", _("Ausschreibungen schreiben")
    APPROVER = "approver", _("Ausschreibungen freigeben")
    OUTREACH = "outreach", _("Kanäle und Veranstaltungen betreuen")
    REPORTING = "reporting", _("Berichte lesen")
    ADMINISTRATOR = "administrator", _("Dienst verwalten")


class User(AbstractUser):
    """A person of the city's staff; signs in with the e-mail address."""

    email = models.EmailField(_("E-Mail-Adresse"), unique=True)
    language = models.CharField(_("Sprache der Oberfläche"), max_length=10, default="de")

    @cached_property
    def role_set(self) -> frozenset[str]:
        """The roles as a set, read once per request."""
        return frozenset(self.roles.values_list("role", flat=True))

    def has_role(self, *roles: str) -> bool:
        """True if the person holds at least one of the roles."""
        return self.is_active and not self.role_set.isdisjoint(roles)

    @property
    def display_name(self) -> str:
        return self.get_full_name() or self.email


class RoleAssignment(models.Model):
    """One role held by one person."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(max_length=20, choices=Role.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "role"], name="role_once_per_person")]

    def __str__(self) -> str:
        return f"{self.user}: {self.role}"


def digest(token: str) -> str:
    """What is stored of a token: a hash, so that a stolen database opens nothing."""
    return hashlib.sha256(token.encode()).hexdigest()


class AccessTokenQuerySet(models.QuerySet["AccessToken"]):
    def valid(self, token: str) -> AccessTokenQuerySet:
        """The unrevoked token of an active person with this secret (none or one row)."""
        return self.filter(digest=digest(token), revoked_at=None, user__is_active=True)


class AccessToken(models.Model):
    """Lets a program (LibreOffice, an own script) act for a person; shown once, revocable."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="access_tokens")
    name = models.CharField(_("Wofür"), max_length=80)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = AccessTokenQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name

    @classmethod
    def issue(cls, user: User, name: str) -> tuple[AccessToken, str]:
        """Make a token; the secret is returned here and never again."""
        secret = secrets.token_urlsafe(32)
        return cls.objects.create(user=user, name=name, digest=digest(secret)), secret
