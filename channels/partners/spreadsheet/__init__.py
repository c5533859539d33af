"""Partners as a table for Excel and LibreOffice, out and in again. Reading never makes anybody active."""
