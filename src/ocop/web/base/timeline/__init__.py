"""The timeline of a record: its history in plain words of both languages, newest first, a page at a time.

Owns turning events into lines. What an act or a column is called stands in `words/`, one module for each app whose acts
leave history; which events belong to a record, and what its reader may see, is its page's to say.
"""
