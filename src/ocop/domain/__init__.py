"""The tables and acts of the programme: Django apps, each with models, queries, policies and actions.

An app may use the ones below it, never the reverse; the order is a contract in `pyproject.toml`. Pages, commands and
the clock live above.
"""
