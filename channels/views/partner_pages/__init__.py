"""Pages for partners: no account, no cookie, no session. The link in a mail is all there is."""
