"""The staff page of the voluntary answers: estimates with their intervals, from released tables."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from outreach.people.access import role_required
from outreach.people.models import Role
from outreach.reach.disclosure import questions, reading
from outreach.reach.disclosure.estimates import FEWEST
from outreach.reach.releases import calendar


@role_required(*Role.values)
@require_safe
def answers(request: HttpRequest) -> HttpResponse:
    """Whom do we reach, and how did they hear of us, as far as noisy answers tell?"""
    quarters = reading.quarters()
    wanted = request.GET.get("quartal", "")
    chosen = wanted if wanted in quarters else (quarters[0] if quarters else "")
    context = {
        "quarters": quarters,
        "quarter": chosen,
        "asked": [*reading.disclosures(chosen), *reading.heard(chosen)] if chosen else [],
        "rules": questions.current(),
        "fewest": FEWEST,
        "next_release": calendar.next_at(timezone.now()),
    }
    return render(request, "reach/funnel/answers.html", context)
