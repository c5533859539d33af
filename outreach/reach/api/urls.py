"""REST: what reach adds below /api/v1/."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter
from django.utils.dateparse import parse_date

from outreach.reach.api import views


class DayConverter(StringConverter):
    """A day as 2026-11-22; anything else is no address."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str):
        """The day.

        Raises:
            ValueError: there is no such day.
        """
        if (day := parse_date(value)) is None:
            raise ValueError(value)
        return day

    def to_url(self, value) -> str:
        """As in addresses."""
        return str(value)


register_converter(DayConverter, "reach_day")
urlpatterns = [
    path("reach/tables/", views.Tables.as_view(), name="api-reach-tables"),
    path("reach/tables/<slug:name>/<reach_day:last>/", views.OneTable.as_view(), name="api-reach-table"),
]
