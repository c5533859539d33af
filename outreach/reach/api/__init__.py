"""REST: the released tables, to read. Made of `outreach.reach.released` alone."""
