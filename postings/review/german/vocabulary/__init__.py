"""The words: person nouns and their inflection, compounds, determiners, verbs."""
