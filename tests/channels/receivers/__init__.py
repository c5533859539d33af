"""Local servers that behave like the receivers we send to: `with Telegram() as chat: …`."""
