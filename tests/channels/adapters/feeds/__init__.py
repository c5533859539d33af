"""The formats of feeds, read back as their receivers read them."""
