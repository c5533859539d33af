"""QR codes: one way to draw them, sharp on paper and on a phone."""

from __future__ import annotations

import io

import segno

#: Still read when a corner is torn off a notice.
_ERROR_CORRECTION = "q"
#: The white around it, in modules; scanners want four (ISO 18004).
_QUIET = 4


def svg(address: str, *, quiet: int = _QUIET) -> str:
    """A drawing without a size of its own: it fills the room it is given. `quiet`: white modules around."""
    out = io.BytesIO()
    _code(address).save(
        out, kind="svg", border=quiet, omitsize=True, light="#ffffff", dark="#000000", xmldecl=False
    )
    return out.getvalue().decode()


def png(address: str) -> bytes:
    """A picture for chats and text programs."""
    out = io.BytesIO()
    _code(address).save(out, kind="png", scale=12, border=_QUIET)
    return out.getvalue()


def _code(address: str) -> segno.QRCode:
    return segno.make(address, error=_ERROR_CORRECTION, micro=False)
