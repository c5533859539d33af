"""Tests of the German person nouns."""
