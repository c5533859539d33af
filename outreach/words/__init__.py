"""The words of our pages in English: which there are, which lack a translation, how they are compiled.

No program of GNU gettext is needed: `manage.py words` reads templates and code and writes the compiled file.
"""
