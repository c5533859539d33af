"""The compliance pack: what the law wants written down, made from the settings the service runs with."""
