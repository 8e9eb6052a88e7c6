"""Workbooks of provinces read into the programme's words: what is certain, what is doubtful, what is wrong.

Owns columns and where they are (`columns`), days as people type them (`days`), communes by name on any day
(`communes`), and rows with their remarks (`rows`). Files are `ocop.kit.sheets`'; comparing with the register, storing
and applying are `ocop.domain.intake`'s.
"""
