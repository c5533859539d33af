"""German person nouns: finding them, knowing what is not generic, and replacing them so that all agrees."""
