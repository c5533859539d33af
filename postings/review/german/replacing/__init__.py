"""How it is put right: phrases that agree, pronouns that follow, neutral wordings, styles."""
