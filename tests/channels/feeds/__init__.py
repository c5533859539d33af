"""What feeds hold and when they are held."""
