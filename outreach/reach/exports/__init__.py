"""Reports as files: XLSX, CSV, PDF. Each is made of a `Report` alone, so it holds what the page shows."""
