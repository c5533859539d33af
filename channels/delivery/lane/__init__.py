"""A lane: who has it, how fast it may be, what is due on it, and what a dead worker left there."""
