"""Where to apply, with the channel's code handed on. Never a redirect: only an address in a link."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from channels import links


def apply_address(facts: dict[str, Any], city: dict[str, Any], code: str = "") -> str:
    """The portal or mail address the ad names, else the city's portal; empty if there is none."""
    own = _web(facts.get("apply_url"))
    if not own and facts.get("apply_email"):
        return f"mailto:{facts['apply_email']}"
    address = own or _web(city.get("apply_url"))
    parameter = city.get("apply_code_parameter", "")
    return _with_code(address, parameter, code) if address and parameter and links.is_code(code) else address


def _web(address: str | None) -> str:
    """An http(s) address as it is; anything else (`javascript:` …) is none."""
    parts = urlsplit(address or "")
    return parts.geturl() if parts.scheme in {"https", "http"} and parts.hostname else ""


def _with_code(address: str, parameter: str, code: str) -> str:
    parts = urlsplit(address)
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != parameter]
    return urlunsplit(parts._replace(query=urlencode([*query, (parameter, code)])))
