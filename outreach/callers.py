"""Whose request it is, as far as throttles and de-duplication must know: an address, used and forgotten."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from typing import Any

from django.conf import settings


def network(address: str) -> str:
    """IPv6 callers own a whole /64; counting single addresses would tell nobody from anybody."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address) and not parsed.ipv4_mapped:
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return address


def is_trusted(address: str) -> bool:
    """True for the proxies of `TRUSTED_PROXIES`."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(parsed in net for net in settings.TRUSTED_PROXIES)


def behind_proxies(address: str, forwarded_for: str) -> str:
    """The last address of `X-Forwarded-For` that is none of our proxies; only a trusted one is believed."""
    hops = [hop.strip() for hop in forwarded_for.split(",")]
    return next((hop for hop in reversed(hops) if hop and not is_trusted(hop)), address)


def caller(environ: Mapping[str, Any]) -> str:
    """The address a request came from, before any middleware has taken it away."""
    address = str(environ.get("REMOTE_ADDR", ""))
    forwarded = environ.get("HTTP_X_FORWARDED_FOR", "")
    return behind_proxies(address, forwarded) if forwarded and is_trusted(address) else address
