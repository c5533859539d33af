"""Measurements that can be repeated on any machine: always a ratio to something bare, in the same run."""
