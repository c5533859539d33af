"""Masculine nouns that mean no person: bodies, teams, laws, things and figures of speech."""
