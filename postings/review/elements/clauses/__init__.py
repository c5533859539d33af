"""The sentences that invite: people with migration history, with disabilities, of every sex."""
