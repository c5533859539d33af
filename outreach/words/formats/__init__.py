"""Dates and times in other languages: the German pattern stands in templates and code, as German texts do."""
