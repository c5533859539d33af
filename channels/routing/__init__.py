"""Who gets an ad in which order, with which package and why. Pure: facts and partners in, reasons out.

Rules order, they never leave out (`choice.py` alone does, by the partner's own wish).
"""

from channels.routing.deciding import Way, facts_of, packages_for, reasons_for, ways
from channels.routing.telling import PACKAGE_NAMES, because, fit, fits, packages

__all__ = [
    "PACKAGE_NAMES",
    "Way",
    "because",
    "facts_of",
    "fit",
    "fits",
    "packages",
    "packages_for",
    "reasons_for",
    "ways",
]
