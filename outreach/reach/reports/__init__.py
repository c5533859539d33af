"""The report pages and their downloads, made of releases alone."""
