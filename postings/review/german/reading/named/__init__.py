"""People who are named: their names, roles, titles and how to reach them; no generic masculine."""
