"""Partners: how they join, what their own page shows, what they pass on, and how they leave."""
