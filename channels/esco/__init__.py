"""ESCO, the European list of occupations: official titles in many languages beside the binding German one.

The city downloads `occupations_<language>.csv` from the European Commission's portal (CC BY 4.0) and puts the
files in `DATA_DIR/esco/`. Without them nothing is shown. A German title is matched only where exactly one
occupation bears that name; else a person chooses, or nothing is shown.
"""

from channels.esco.choosing import choose, chosen
from channels.esco.files import folder, problems
from channels.esco.titles import Occupation, occupation, title_in

__all__ = ["Occupation", "choose", "chosen", "folder", "occupation", "problems", "title_in"]
