"""One file per fixed table; a file registers its table by itself."""
