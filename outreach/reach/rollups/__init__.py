"""Sums per month that reports are counted from; day counters live only until their month is summed up.

    counters (link, day)  --fold-->  MonthCount (link, month)  and  Rollup (channel, family, language, month)

`counting.openings` counts from all of them. Folding moves: a number is always in exactly one place, so a fold
that is broken off, repeated, or run on two machines at once counts nothing twice and loses nothing.
"""
