"""For everyone: jobs and open days, feeds, the list on other websites, and whether an ad is real."""
