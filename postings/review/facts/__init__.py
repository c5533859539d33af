"""Facts of an ad, read from its text: pay, hours, days, level, people and ways to apply."""
