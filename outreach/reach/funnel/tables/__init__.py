"""The fixed tables of the funnel; a file registers its table by itself."""
