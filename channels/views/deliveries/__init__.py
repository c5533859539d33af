"""Where ads and events went, and what people do about a delivery in trouble."""
