"""The fixed tables of noisy answers; a file registers its table by itself."""
