"""The languages ads are told in: one file each under `strings/`. Dropping a file in is all it takes."""

from channels.languages.files import problems
from channels.languages.language import Language, codes, get, names

__all__ = ["Language", "codes", "get", "names", "problems"]
