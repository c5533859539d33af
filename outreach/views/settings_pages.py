"""Einstellungen: the city's profile, people and roles, own access tokens."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from outreach.people.access import role_required
from outreach.people.forms import PersonForm, TokenForm
from outreach.people.models import AccessToken, Role, User
from outreach.views import health

EVERYONE = tuple(Role.values)


@role_required(*EVERYONE)
def index(request: HttpRequest, form: TokenForm | None = None, secret: str = "") -> HttpResponse:
    """Own tokens for everyone; people, profile and the service's health for administrators."""
    administrator = request.user.has_role("administrator")
    context = {
        "tokens": request.user.access_tokens.filter(revoked_at=None).order_by("-created_at"),
        "token_form": form or TokenForm(),
        "secret": secret,
        "people": User.objects.prefetch_related("roles").order_by("last_name", "email")
        if administrator
        else [],
        "administrator": administrator,
        "health": health.told() if administrator else [],
    }
    return render(request, "settings/index.html", context)


@role_required(*EVERYONE)
@require_POST
def issue_token(request: HttpRequest) -> HttpResponse:
    """Make a token; its secret is shown on this one answer only."""
    form = TokenForm(request.POST)
    if not form.is_valid():
        return index(request, form)
    _token, secret = AccessToken.issue(request.user, form.cleaned_data["name"])
    response = index(request, None, secret)
    response["Cache-Control"] = "no-store"
    return response


@role_required(*EVERYONE)
@require_POST
def revoke_token(request: HttpRequest, pk: int) -> HttpResponse:
    """A revoked token opens nothing from now on."""
    token = get_object_or_404(request.user.access_tokens, pk=pk)
    token.revoked_at = timezone.now()
    token.save(update_fields=["revoked_at"])
    messages.success(request, _("Der Zugang „{name}“ ist gesperrt.").format(name=token.name))
    return redirect("settings")


@role_required(Role.ADMINISTRATOR)
def person(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Add a person or change name, address and roles."""
    instance = get_object_or_404(User, pk=pk) if pk else None
    form = PersonForm(request.POST or None, instance=instance)
    if request.method == "POST" and form.is_valid():
        saved = form.save()
        messages.success(request, _("{name} ist gespeichert.").format(name=saved.display_name))
        return redirect("settings")
    status = 422 if form.errors else 200
    return render(request, "settings/person.html", {"form": form, "person": instance}, status=status)
