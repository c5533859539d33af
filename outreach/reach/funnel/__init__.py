"""From delivered to hired, counted step by step and never person by person.

The application portal tells how many (`taking_in`), nobody tells who. Steps are not linked, so what can be
said from one to the next are bounds (`bounds`).
"""
