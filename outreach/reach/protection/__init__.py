"""The rules that keep small numbers from being seen: pure, so that they can be proven."""
