"""A person chooses the language of the pages that have several. Kept with the account, never in a cookie."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from outreach.people.access import role_required
from outreach.people.models import Role


@role_required(*Role.values)
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keep the choice and go back to the page it was made on."""
    language = request.POST.get("language", "")
    if language not in dict(settings.LANGUAGES):
        return HttpResponseBadRequest(
            _("Diese Sprache gibt es hier nicht."), content_type="text/plain; charset=utf-8"
        )
    request.user.language = language
    request.user.save(update_fields=["language"])
    back = request.POST.get("next", "")
    return redirect(back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) else "today")
