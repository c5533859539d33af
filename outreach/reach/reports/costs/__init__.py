"""What channels cost: staff enter it, reports set it beside released openings."""
