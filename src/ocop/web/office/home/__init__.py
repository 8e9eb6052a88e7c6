"""The office's home: what is due, late or waiting in one's unit today, and how things stand below it.

Owns /co-quan/. Each thing due leads to the list or page where it is done.
"""
