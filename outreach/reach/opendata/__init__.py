"""Open data: released tables for everyone, described as DCAT-AP.de, under addresses that never change."""
