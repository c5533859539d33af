"""Runs the attacks: fetching over HTTP, the judge, the suite, the signed report."""
