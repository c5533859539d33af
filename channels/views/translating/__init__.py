"""The translators' desk, for staff and for invited people: the same pages, two doors."""
