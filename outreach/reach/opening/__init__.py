"""What happens when somebody opens a link: where it leads, and who or what opened it."""
