"""The law book: dated instruments, criteria sets and values, read from YAML into frozen objects.

Owns reading (`loader`), the shapes (`shapes`), finding a set or a value (`book`, `procedure`), finding the regime of a
filing (`lookup`), product groups (`classification`), council settings (`council`) and the proof that the data is
sound (`check`). What a score is belongs to `ocop.rules.scoring`.
"""
