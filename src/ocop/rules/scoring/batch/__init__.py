"""Ranking any number of dossiers at once with arrays: the same answers as `score`, bit for bit.

Owns marks as bytes and what they are worth (`marks`), the law of a set under council rules as numbers (`tables`),
dossiers side by side in blocks (`block`), the bars a block must reach (`bars`), the arithmetic (`kernel`), everything
beside the star (`detail`), and the friendly front (`front`). What a star means is `ocop.rules.scoring.result`'s, the
yardstick of every test here. NumPy is loaded only by those who import this package; `ocop score` does not.
"""
