"""Every form of one ad that people pass on, in every language."""

from channels.renditions.forms.files import LOOKS, files
from channels.renditions.forms.telling import Telling, telling

__all__ = ["LOOKS", "Telling", "files", "telling"]
