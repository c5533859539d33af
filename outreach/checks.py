"""System checks: wrong settings are told before the service starts, each with an id and a hint."""
