"""Cutting a text up: invisible characters, markup, lines, sentences."""
