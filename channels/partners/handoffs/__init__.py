"""What partners did with an ad: forwarded it, announced it, put it up; and what hangs where."""
