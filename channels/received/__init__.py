"""An ad or event as each receiver will see it, before anybody approves it. Nothing of it is stored."""
