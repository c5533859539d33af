"""Work in the background: the embedded broker, wake-ups, the schedule and its claims."""
