"""Makes the plug-ins of apprise send through our own client, so that its protection holds for them, too.

A plug-in calls `requests.post(…)`. In its module that name is replaced by a `_Client` of ours; nothing else
in the process changes. Plug-ins that bring other ways out (sockets, mail, command lines …) are not allowed.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import requests

from channels.sending import http
from channels.sending.errors import SendError

#: What a plug-in may import: `requests`, and nothing else that leads out of the process.
_HARMLESS = {
    "__future__",
    "base64",
    "binascii",
    "calendar",
    "collections",
    "contextlib",
    "copy",
    "cryptography",
    "dataclasses",
    "datetime",
    "enum",
    "functools",
    "gzip",
    "hashlib",
    "hmac",
    "html",
    "io",
    "itertools",
    "json",
    "locale",
    "logging",
    "math",
    "operator",
    "os",
    "random",
    "re",
    "requests",
    "secrets",
    "string",
    "struct",
    "textwrap",
    "time",
    "typing",
    "unicodedata",
    "urllib",
    "uuid",
    "yaml",
    "zlib",
}
_WAYS_OUT = {"urllib.request", "urllib.robotparser", "logging.handlers"}
_VERBS = {"get", "post", "put", "patch", "delete", "head", "options"}
_SESSIONS = {"Session", "session", "sessions", "api", "adapters", "request"}
_here = threading.local()


@contextmanager
def recorded() -> Iterator[list[SendError | None]]:
    """The outcome of every request the plug-in makes inside: None, or what went wrong."""
    _here.outcomes = []
    try:
        yield _here.outcomes
    finally:
        _here.outcomes = None


def guard(plugin: object) -> bool:
    """Have this plug-in send through us; False if it has other ways out."""
    top = ".".join(type(plugin).__module__.split(".")[:3])
    if not _is_harmless(top):
        return False
    for module in _family(top):
        if hasattr(module, "requests"):
            module.requests = _CLIENT
    return True


@lru_cache(maxsize=256)
def _is_harmless(top: str) -> bool:
    imported = set().union(*(_imports(Path(str(module.__file__))) for module in _family(top)))
    foreign = {name for name in imported if name.split(".")[0] not in _HARMLESS}
    return "requests" in imported and not foreign and not imported & _WAYS_OUT


def _family(top: str) -> list[ModuleType]:
    """The plug-in's module, or all modules of its package."""
    module = importlib.import_module(top)
    inside = pkgutil.walk_packages(getattr(module, "__path__", []), f"{top}.")
    return [module, *(importlib.import_module(found.name) for found in inside)]


def _imports(path: Path) -> set[str]:
    """Everything imported anywhere in the file. Of apprise's own modules only its sockets count."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            if not node.level:
                # A name taken out of requests would stay what it is.
                found |= names if (node.module or "").startswith("urllib") else {node.module or ""}
            elif any("sock" in name for name in names):
                found.add("socket")
    return found


class _Client:
    """Stands in a plug-in's module where it expects `requests`."""

    def __getattr__(self, name: str) -> Any:
        if name in _VERBS:
            return lambda url, **options: self.request(name, url, **options)
        if name in _SESSIONS:
            raise AttributeError(f"requests.{name} is not for plug-ins")
        return getattr(requests, name)

    def request(self, method: str, url: str, **options: Any) -> requests.Response:
        """As `requests.request`, without redirects, and certificates are always checked."""
        content = {key: options.get(key) for key in ("params", "data", "json", "headers", "auth", "files")}
        prepared = requests.Request(method.upper(), url, **content).prepare()
        headers = {key: value for key, value in prepared.headers.items() if key != "Content-Length"}
        error: SendError | None = None
        try:
            answer = http.request(prepared.method, prepared.url, body=prepared.body, headers=headers)
        except SendError as raised:
            error, answer = raised, getattr(raised, "answer", None)
        if getattr(_here, "outcomes", None) is not None:
            _here.outcomes.append(error)
        if answer is None:
            raise requests.ConnectionError("not sent")
        return _response(answer)


_CLIENT = _Client()


def _response(answer: http.Answer) -> requests.Response:
    response = requests.Response()
    response.status_code = answer.status
    response.headers.update(answer.headers)
    response._content = answer.body
    return response
