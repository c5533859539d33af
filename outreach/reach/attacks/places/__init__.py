"""Places beside the released tables where figures stand, and how each is read (`attacks.elsewhere`)."""
