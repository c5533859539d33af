"""What sending needs: its errors, when to try again, how to wake the workers."""
