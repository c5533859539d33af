"""Deliveries in plain words, and by what people ask for."""
