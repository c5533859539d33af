"""The networks themselves: how each is asked to make, change and delete a post."""
