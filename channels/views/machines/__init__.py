"""Addresses for programs and their technicians: the hub of our feeds, the pages of receivers."""
