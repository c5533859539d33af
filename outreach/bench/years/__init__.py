"""Five years of a large city: do the reports still answer at once?

making   fills a database of its own with ads, channels, sums and released tables (bulk SQL, SQLite)
asking   opens every report page there, and counts from the sums as a release does
timing   runs both in processes of their own
"""
