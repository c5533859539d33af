"""REST: what this app adds below /api/v1/."""

from rest_framework.routers import SimpleRouter

from channels.api.views import DeliveryViewSet, EventViewSet

router = SimpleRouter()
router.register("events", EventViewSet, basename="api-event")
router.register("deliveries", DeliveryViewSet, basename="api-delivery")

urlpatterns = router.urls
