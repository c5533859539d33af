"""Keeps a tree of processes together: children end when their parent does, even after `kill -9`."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Callable

_PR_SET_PDEATHSIG = 1


def die_with(parent: int) -> None:
    """Ask the kernel (Linux) to end this process when `parent` ends; end now if it already has."""
    if not sys.platform.startswith("linux"):
        return
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:  # it died before the kernel knew
        os.kill(os.getpid(), signal.SIGTERM)


def dump_nothing() -> None:
    """Never write this process's memory to disk when it crashes: it held requests a moment ago."""
    try:
        import resource
    except ImportError:  # no such thing on this system
        return
    _soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))


def tied_to_me() -> Callable[[], None]:
    """For `Popen(preexec_fn=…)`: the new process ends with this one."""
    me = os.getpid()
    return lambda: die_with(me)
