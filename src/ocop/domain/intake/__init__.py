"""Intake: workbooks of provinces brought into the register, after a person has seen what would happen.

Owns imports and their rows, from a dry run to the last batch. States of an import: read (a dry run; nothing of it is in
the register), applying, stopped (cancelled or broken off, and may go on), done. Rows: wrong, doubtful, new, matched,
unchanged. Neighbours below: registry (all writing into it is its own action), history.
"""
