"""Channels: their form, how they are stored, which are held or at rest."""
