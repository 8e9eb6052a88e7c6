"""The `ocop` command: law, scores, advice and ranking from a terminal.

Owns reading arguments and files, printing, and exit codes. What is computed belongs to `ocop.rules`.
"""
