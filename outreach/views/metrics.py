"""`/metrics` for Prometheus: from this machine, or with the token of `METRICS_TOKEN`."""

from __future__ import annotations

import hmac

from django.conf import settings
from django.db import DatabaseError
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from channels.models import Delivery
from outreach import metrics
from outreach.middleware.origin import LOOPBACK
from outreach.views import errors


def _deliveries() -> metrics.Figures:
    """How many deliveries are in which state; none if the database does not answer."""
    try:
        rows = Delivery.objects.order_by().values_list("state").annotate(number=Count("pk"))
        found = {(state,): float(number) for state, number in rows}
    except DatabaseError:
        return {}
    return {(state,): found.get((state,), 0.0) for state in Delivery.State.values}


metrics.at_scrape("outreach_deliveries", "Sendungen nach Zustand", _deliveries, labels=("state",))


def _may_read(request: HttpRequest) -> bool:
    if request.META.get(LOOPBACK):
        return True
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return bool(settings.METRICS_TOKEN) and hmac.compare_digest(
        given.encode(), settings.METRICS_TOKEN.encode()
    )


@require_safe
@never_cache
def scrape(request: HttpRequest) -> HttpResponse:
    """The current figures in Prometheus' text format."""
    if not _may_read(request):
        return errors.page(request, 403)
    return HttpResponse(generate_latest(metrics.REGISTRY), content_type=CONTENT_TYPE_LATEST)
