"""The console twin of all receivers: while it is on, nothing leaves this machine but lines on the console.

`DELIVERY_CONSOLE`; on by default as long as the service runs only for its own machine (no PUBLIC_URL).
Mail has a twin of its own (`outreach.consolemail`, `EMAIL_URL`), so that its real text is seen.
"""

from __future__ import annotations

import json
import sys
import threading
from types import ModuleType
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from channels.models import Delivery
from outreach.secrecy import without_secrets

_printing = threading.Lock()


def is_on() -> bool:
    """True if messages are shown instead of sent."""
    return settings.DELIVERY_CONSOLE


def replaces(adapter: ModuleType) -> bool:
    """True if this adapter's messages are shown now. `OWN_TWIN`: it has a console twin by itself."""
    return is_on() and not getattr(adapter, "OWN_TWIN", False)


def show(adapter: ModuleType, deliveries: list[Delivery]) -> dict[str, Any]:
    """Print what would have gone out; what it returns stands for the receiver's ids."""
    for delivery in deliveries:
        text = as_text(adapter, delivery)
        with _printing:
            sys.stdout.write(f"{text}\n")
            sys.stdout.flush()
    return {"console": True}


def as_text(adapter: ModuleType, delivery: Delivery) -> str:
    """Every line marked, so that logs around it stay readable; control characters and secrets removed."""
    how = f"{adapter.NAME} · {delivery.channel.name} · {delivery.get_action_display()}"
    head = [_("--- {how} (nur angezeigt; gesendet wird mit DELIVERY_CONSOLE=false) ---").format(how=how)]
    told = getattr(adapter, "show", _plain)(delivery)
    lines = [*head, *str(told).strip().splitlines()]
    return "\n".join(f"| {_printable(without_secrets(line))}".rstrip() for line in lines)


def _plain(delivery: Delivery) -> str:
    """For adapters without a text of their own: title and rendition."""
    return f"{delivery.title}\n{json.dumps(delivery.rendition, ensure_ascii=False, indent=1)}"


def _printable(line: str) -> str:
    """A terminal obeys control characters, and what looks reversed misleads."""
    return "".join(letter if letter.isprintable() else " " for letter in line)
