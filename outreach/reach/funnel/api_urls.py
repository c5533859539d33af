"""REST: what the funnel adds below /api/v1/."""

from django.urls import path

from outreach.reach.funnel.api import ReportView

urlpatterns = [path("funnel/reports/", ReportView.as_view(), name="api-funnel-reports")]
