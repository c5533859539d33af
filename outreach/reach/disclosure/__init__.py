"""Voluntary answers after applying: made noisy in the browser, stored as sums, estimated with intervals.

    browser: true answer --randomise--> noisy answer (+ one-time token) --> Tally += 1 --release--> estimate

The true answer never leaves the browser. What arrives is added to a sum; no row belongs to a person.
"""
