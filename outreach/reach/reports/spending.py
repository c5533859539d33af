"""The page on which staff enter what channels cost."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from outreach.people.access import role_required
from outreach.reach.models import ChannelCost
from outreach.reach.reports.asking import COST_ROLES
from outreach.reach.reports.costs.forms import CostForm

may_enter = role_required(*COST_ROLES)


@may_enter
def costs(request: HttpRequest) -> HttpResponse:
    """What is entered, and a form for more."""
    form = CostForm(request.POST or None, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        cost = form.save()
        messages.success(
            request, _("Die Kosten für „{name}“ sind eingetragen.").format(name=cost.channel.name)
        )
        return redirect("reach:costs")
    context = {"form": form, "costs": ChannelCost.objects.select_related("channel")}
    return render(request, "reach/costs.html", context, status=422 if form.errors else 200)


@may_enter
@require_POST
def forget_cost(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an entry out again."""
    cost = get_object_or_404(ChannelCost, pk=pk)
    cost.delete()
    messages.success(request, _("Die Kosten für „{name}“ sind gelöscht.").format(name=cost.channel.name))
    return redirect("reach:costs")
