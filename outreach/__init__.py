"""The Django project, and what serves the city as a whole."""

from outreach.celery import app as celery_app

__all__ = ["celery_app"]
