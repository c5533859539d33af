"""Reading only where it can matter: the words a wording cannot do without, found in one pass over a text."""
