"""What staff enter about partners, and do with them."""
