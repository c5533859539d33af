"""Standard Webhooks: what is said (`payload`), how it is signed (`signing`), and what a receiver can do
about it without asking us (`endpoint`): prove the address, test, ask again for what was lost, new keys.
"""
