"""Pages that show HR where ads go and where they do not."""
