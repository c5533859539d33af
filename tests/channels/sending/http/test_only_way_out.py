"""Nothing but `channels.sending.http` opens a connection to another machine over HTTP."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parents[4]
#: Modules that can, and who may use them besides for what.
CLIENTS = {
    "requests", "urllib3", "httpx", "aiohttp", "http.client", "urllib.request", "AntiSSRF", "websockets",
    "socket", "apprise",
}  # fmt: skip
ALLOWED = {
    "channels/sending/walls/": "has apprise's plug-ins send through our client (`guarded`)",
    "outreach/bench/": "measures by itself",
    "outreach/reach/attacks/running/exits.py": "a person names the service to attack, on this machine too",
    "outreach/processes/": "looks whether a port is free",
}


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_nobody_else_opens_a_connection():
    others = {}
    for app in ("channels", "outreach", "postings"):
        for path in sorted((ROOT / app).rglob("*.py")):
            name = str(path.relative_to(ROOT))
            if name.startswith(("channels/sending/http/", *ALLOWED)):
                continue
            clients = {one for one in imported(path) if one in CLIENTS or one.split(".")[0] in CLIENTS}
            if clients:
                others[name] = clients
    assert others == {}
