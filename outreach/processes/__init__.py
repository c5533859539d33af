"""The processes of the service: checked before they start, started, watched, ended together."""
