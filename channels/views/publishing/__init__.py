"""The steps of an ad that reach the channels."""
