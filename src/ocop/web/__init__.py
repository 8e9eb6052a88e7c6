"""The pages: one folder per audience (public, and later producer, office, council) on top of `base`.

Leaves every decision to `rules` and `domain`; a view reads, calls one action, and shows.
"""
