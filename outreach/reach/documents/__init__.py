"""Ready documents: the council answer, the steering-group report, and how a document becomes PDF or Word."""
