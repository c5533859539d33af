"""Staff pages that only some media have."""
