"""Completes the OpenAPI description: the objects of a review, and the one error shape of all addresses."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

from drf_spectacular.openapi import AutoSchema

from postings import review

_ERROR = {
    "type": "object",
    "description": "Jeder Fehler hat diese Form.",
    "properties": {
        "type": {"type": "string", "enum": ["validation_error", "client_error", "server_error"]},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "code": {"type": "string", "description": "für Programme, bleibt gleich"},
                    "detail": {"type": "string", "description": "ein Satz für Menschen"},
                    "attr": {"type": ["string", "null"], "description": "das Feld, um das es geht"},
                },
                "required": ["code", "detail", "attr"],
            },
        },
    },
    "required": ["type", "errors"],
}
_METHODS = ("get", "put", "post", "patch", "delete")


class Schema(AutoSchema):
    """Operations are described by what `extend_schema` says in German, not by our English docstrings."""

    def get_description(self) -> str:
        """Nothing, unless `extend_schema(description=…)` overrides this."""
        return ""


def reviewed(name: str) -> dict[str, str]:
    """A reference to an object of `review.schema.json`, for `extend_schema(responses=…)`."""
    return {"$ref": f"#/components/schemas/Review{name}"}


def complete(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """drf-spectacular's hook, called with the finished description."""
    schemas = result.setdefault("components", {}).setdefault("schemas", {})
    schemas["Error"] = _ERROR
    schemas.update(_review_schemas())
    answer = {
        "description": "Ein Fehler",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
    }
    for item in result["paths"].values():
        for method in _METHODS:
            if method in item:
                item[method]["responses"].setdefault("default", answer)
    return result


@functools.cache
def _review_schemas() -> dict[str, Any]:
    file = Path(review.__file__).with_name("review.schema.json")
    definitions = json.loads(file.read_text("utf-8"))["$defs"]
    return {f"Review{name}": _moved(definition) for name, definition in definitions.items()}


def _moved(node: Any) -> Any:
    """The same schema with its references pointing into the OpenAPI document."""
    if isinstance(node, dict):
        return {
            key: reviewed(value.rpartition("/")[2])["$ref"] if key == "$ref" else _moved(value)
            for key, value in node.items()
        }
    return [_moved(value) for value in node] if isinstance(node, list) else node
