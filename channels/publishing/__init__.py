"""Puts approved ads and announced events on their ways: state and deliveries in one transaction."""

from channels.publishing import events, full_loads, languages
from channels.publishing.ads import approve, close, close_expired
from channels.publishing.catching_up import catch_up

__all__ = ["approve", "catch_up", "close", "close_expired", "events", "full_loads", "languages"]
