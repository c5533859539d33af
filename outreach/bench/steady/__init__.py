"""1,000 openings a second, come what may, while a person reviews ads: how long do readers wait?

open_loop   asks at fixed moments, whether or not earlier answers have come (its own process)
reviewer    signs in, pastes ads and edits them (its own process)
comparing   our server on SQLite, and on PostgreSQL with Redis; the bare redirect beside it for comparison
"""
