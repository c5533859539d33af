"""An open day in every form: feed entry, calendar, mail, structured data."""
