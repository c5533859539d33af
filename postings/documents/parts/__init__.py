"""What several readers share: safe packages, the walk over HTML, the writer of our Markdown subset."""
