"""REST: what this app adds below /api/v1/."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from postings.api.ads import PostingViewSet
from postings.api.reviewing import ReviewView, RuleViewSet

router = SimpleRouter()
router.register("postings", PostingViewSet, basename="api-posting")
router.register("rules", RuleViewSet, basename="api-rule")

urlpatterns = [path("review/", ReviewView.as_view(), name="api-review"), *router.urls]
