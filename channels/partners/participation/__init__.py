"""Who takes part: asking, confirming, wishing, pausing, leaving."""
