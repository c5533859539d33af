"""Wordings without gender: what may stand for a noun, and the sentences that change with it."""
