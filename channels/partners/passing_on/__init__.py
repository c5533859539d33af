"""What partners take along to pass on: the package in each language, and the ways to forward it."""
