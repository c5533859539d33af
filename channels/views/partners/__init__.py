"""Staff pages of partners: the list, one partner, and the table."""
