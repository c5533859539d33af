"""Forms and words of the staff pages."""
