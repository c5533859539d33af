"""Channels as feeds: full snapshots of what is open, in several formats.

`contents` asks what belongs in, `guard` decides whether it may go out, `serving` keeps and serves the bytes,
`adapters/feeds/*.py` write them. A channel that is switched off has no feed at all instead of an empty one.
"""
