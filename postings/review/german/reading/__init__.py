"""What a text says: words in context, who is meant, what is named or inclusive already."""
