"""Names of keys, as they are when a table is released."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from channels.models import Channel
from outreach.reach.models import Kind, Medium
from outreach.reach.opening import devices
from outreach.reach.releases.openings import NOWHERE, SEVERAL
from postings.families import name_of
from postings.models import Event, Posting

_MODELS = {"posting": (Posting, "title"), "channel": (Channel, "name"), "event": (Event, "title")}


def label(keys: Mapping[str, Iterable[str]]) -> dict[str, dict[str, str]]:
    """Keys per dimension -> names per dimension. Dimensions nobody knows get no names."""
    return {dimension: _names(dimension, sorted(found)) for dimension, found in keys.items()}


def _names(dimension: str, keys: list[str]) -> dict[str, str]:
    if dimension in _MODELS:
        model, field = _MODELS[dimension]
        rows = model.objects.order_by().values_list("pk", field)
        names = {str(pk): name for pk, name in rows}
        return {key: names[key] for key in keys if key in names}
    if dimension in _OWN:
        return {key: _OWN[dimension](key) for key in keys}
    return {}


def _district(key: str) -> str:
    return {NOWHERE: "ohne Stadtteil", SEVERAL: "mehrere Stadtteile"}.get(key, key)


_OWN: dict[str, Callable[[str], str]] = {
    "family": name_of,
    "kind": lambda key: str(Kind(key).label),
    "medium": lambda key: str(Medium(key).label),
    "district": _district,
    "device": devices.name,
}
