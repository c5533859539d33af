"""Stands in for `channels.templatetags.received`, which asks the database: no channel refuses anything."""

from __future__ import annotations

from django import template

register = template.Library()


@register.simple_tag
def refusing(posting) -> list:
    """Nobody."""
    return []
