"""Staff pages of events."""
